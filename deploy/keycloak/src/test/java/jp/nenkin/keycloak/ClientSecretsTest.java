package jp.nenkin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientSecretsTest {

    @TempDir
    private Path data;

    @Test
    void a_secret_stays_the_same_for_all_who_read_the_folder() {
        String secret = ClientSecrets.in(data).createIfMissing("system", "officer-a");

        assertThat(ClientSecrets.in(data).createIfMissing("system", "officer-a"))
                .isEqualTo(secret)
                .hasSizeGreaterThanOrEqualTo(43);
        assertThat(ClientSecrets.in(data).find("system", "officer-a")).contains(secret);
    }

    @Test
    void each_client_has_its_own_secret() {
        ClientSecrets secrets = ClientSecrets.in(data);

        assertThat(secrets.createIfMissing("system", "officer-a"))
                .isNotEqualTo(secrets.createIfMissing("system", "officer-b"))
                .isNotEqualTo(secrets.createIfMissing("member", "officer-a"));
    }

    @Test
    void looking_for_a_secret_makes_none() {
        ClientSecrets secrets = ClientSecrets.in(data);

        assertThat(secrets.find("system", "officer-a")).isEmpty();
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void only_the_owner_can_read_them() throws IOException {
        ClientSecrets.in(data).createIfMissing("system", "officer-a");

        Path folder = data.resolve("client-secrets");
        assertThat(modeOf(folder)).isEqualTo("rwx------");
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .singleElement()
                    .satisfies(file -> assertThat(modeOf(file)).isEqualTo("rw-------"));
        }
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
