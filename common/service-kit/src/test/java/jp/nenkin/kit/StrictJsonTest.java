package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
    private final ObjectMapper json = new ObjectMapper();

    StrictJsonTest() {
        new StrictJson().customize(json);
    }

    /** A command's hash follows this order, and must be the same in every process that is asked to repeat it. */
    @Test
    void a_set_keeps_the_order_it_was_sent_in() throws JsonProcessingException {
        List<TimeUnit> sent = Arrays.asList(TimeUnit.values());
        assertThat(read(sent)).containsExactlyElementsOf(sent);
        assertThat(read(sent.reversed())).containsExactlyElementsOf(sent.reversed());
    }

    private Set<TimeUnit> read(List<TimeUnit> units) throws JsonProcessingException {
        return json.readValue(json.writeValueAsString(units), new TypeReference<>() {});
    }
}
