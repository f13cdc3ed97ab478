package jp.nenkin.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docker-compose.yml says what {@code ./nenkin up} does; no container is started here. */
class ComposeFileTest {
    @TempDir
    static Path project;

    private static ComposeFolder folder;

    @BeforeAll
    static void prepare() {
        folder = ComposeFolder.in(project);
        folder.prepare();
    }

    @Test
    void the_file_says_what_the_code_does() {
        assertThat(ComposeRules.findings(ComposeFile.committed(), folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  NENKIN_KEYCLOAK_ISSUER: https://localhost:18043 | '' | member-service variables",
                "      NENKIN_PORTAL_FILES: /portal | '' | auth-service variables",
                "  NENKIN_INSTANCE: \"1\" | 'NENKIN_INSTANCE: \"1\"\n  NENKIN_MORE: x' | ledger-service variables",
                "NENKIN_SMTP_HOST: mail | NENKIN_SMTP_HOST: localhost | notice-service variables",
                "18032/ledger | 18032/member | ledger-service variables",
                "127.0.0.1:18102:18102 | 18102:18102 | published ports",
                "image: postgres:18.6 | image: postgres:17 | images",
                "KC_HTTP_ENABLED: \"false\" | KC_HTTP_ENABLED: \"true\" | keycloak variables",
                "-cssl=on | -cssl=off | postgres settings",
                "greenmail.smtps.port=18065 | greenmail.smtps.port=25 | mail options",
                "./ledger-service/target | ./member-service/target | ledger-service runs its own jar",
                "containers/topics:/nenkin:ro | containers/topics:/nenkin | topics cannot write",
                "containers/topics:/nenkin:ro | containers/kafka:/nenkin:ro | topics's own folder",
                "./portal/dist | ./portal/build | auth-service has the portal",
                "conf/keycloak.conf:ro | conf/other.conf:ro | keycloak has conf/keycloak.conf",
                "themes/nenkin:ro | themes/other:ro | keycloak has themes/nenkin/login/login.ftl",
                "realms: { condition: service_completed_successfully } | realms: { condition: x } | waits for",
                "KC_DB_USERNAME: keycloak | KC_DB_PASSWORD: secret | KC_DB_PASSWORD must stand in no file",
                "jp.nenkin.local.TopicsJob | jp.nenkin.local.Topics | topics program",
            })
    void what_the_file_says_otherwise_is_found(String before, String after, String finding) {
        ComposeFile committed = ComposeFile.committed();
        assertThat(committed.text()).contains(before);

        ComposeFile other = ComposeFile.of(committed.text().replace(before, after));

        assertThat(ComposeRules.findings(other, folder)).anyMatch(found -> found.contains(finding));
    }

    @Test
    void preparing_again_changes_nothing() throws IOException {
        Map<Path, String> before = state();

        ComposeFolder.in(project).prepare();

        assertThat(state()).isEqualTo(before).hasSizeGreaterThan(40);
    }

    @Test
    void a_renewed_certificate_reaches_the_container() throws IOException {
        Path kept = folder.data().certificates().of("mail").certificate();
        Path store = folder.of("mail").resolve("mail.p12");
        byte[] before = Files.readAllBytes(store);
        Files.delete(kept);

        folder.prepare();

        assertThat(folder.of("mail").resolve("certificate.pem")).hasSameTextualContentAs(kept);
        assertThat(Files.readAllBytes(store)).isNotEqualTo(before);
    }

    @Test
    void nobody_else_can_read_what_is_prepared() throws IOException {
        try (Stream<Path> files = Files.walk(folder.data().root())) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .endsWith("------"));
        }
    }

    private static Map<Path, String> state() throws IOException {
        Map<Path, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.data().root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                state.put(file, Files.getLastModifiedTime(file) + Files.readString(file, ISO_8859_1));
            }
        }
        return state;
    }
}
