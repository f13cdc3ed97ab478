package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_is_random_and_the_same_ever_after() {
        LocalSecrets secrets = LocalSecrets.in(folder.resolve("secrets"));
        String first = secrets.of("member-app");

        assertThat(first).matches("[A-Za-z0-9_-]{32}").isNotEqualTo(secrets.of("ledger-app"));
        assertThat(LocalSecrets.in(folder.resolve("secrets")).of("member-app")).isEqualTo(first);
    }

    @Test
    void only_the_owner_can_read_them() throws Exception {
        LocalSecrets.in(folder.resolve("secrets")).of("member-app");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rw-------");
    }
}
