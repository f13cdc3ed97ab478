package jp.nenkin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.representations.idm.CredentialRepresentation;

class OneTimeCodesTest {

    /** In the middle of a step, when the codes of the one before and the one after are taken, too. */
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-04-01T00:00:15Z"));

    @TempDir
    private Path folder;

    @Test
    void every_code_that_is_good_now_is_given_once() {
        CredentialRepresentation _ = new OneTimeCodes(folder, CLOCK).device("fund", "officer-a");

        List<String> codes = List.of(next(), next(), next());

        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[0-9]{6}"));
    }

    @Test
    void the_device_is_the_same_at_every_start_and_its_secret_is_the_owners_alone() throws Exception {
        CredentialRepresentation first = new OneTimeCodes(folder, CLOCK).device("fund", "officer-a");
        CredentialRepresentation second = new OneTimeCodes(folder, CLOCK).device("fund", "officer-a");

        assertThat(second.getSecretData()).isEqualTo(first.getSecretData());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("fund.officer-a"))))
                .isEqualTo("rw-------");
    }

    @Test
    void there_is_no_code_for_who_is_not_known() {
        assertThatThrownBy(this::next).isInstanceOf(IllegalStateException.class).hasMessageContaining("officer-a");
    }

    private String next() {
        return new OneTimeCodes(folder, CLOCK).next("fund", "officer-a");
    }
}
