package jp.nenkin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A sample never changes once it is listed in samples.sha256, which sha256sum -c understands too. */
class FrozenSamplesTest {
    @Test
    void every_sample_is_as_it_was_published() {
        Map<String, String> recorded = new String(Contract.bytes("/samples/samples.sha256"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("  ", 2))
                .collect(Collectors.toMap(line -> line[1], line -> line[0]));
        assertThat(recorded.keySet().stream()
                        .filter(name -> !sha256("/samples/" + name).equals(recorded.get(name))))
                .as("Published forms never change, since old events stay readable for ever: "
                        + "leave the sample alone and add a new version of the event beside it")
                .isEmpty();
        assertThat(recorded.keySet())
                .as("A new event's sample is recorded in samples.sha256")
                .containsAll(Arrays.stream(EventType.values())
                        .map(type -> type.writtenName() + ".json")
                        .toList());
    }

    private static String sha256(String path) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Contract.bytes(path)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
