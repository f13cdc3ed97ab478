package jp.nenkin.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** What Keycloak itself must find in its folder before it is built and started; the realm files rely on it. */
public final class ServerFiles {

    private static final List<String> SETTINGS =
            List.of("conf/keycloak.conf", "data/password-blacklists/common-passwords.txt");

    /** The folder of the sign-in pages' look, which the realm files name as their login theme. */
    private static final String THEME = "themes/nenkin/login/";

    private static final List<String> THEME_FILES = List.of(
            "fields.ftl",
            "login-config-totp.ftl",
            "login-otp.ftl",
            "login-page-expired.ftl",
            "login-update-password.ftl",
            "login.ftl",
            "logout-confirm.ftl",
            "messages/messages_en.properties",
            "messages/messages_ja.properties",
            "resources/css/login.css",
            "resources/img/eye-off.svg",
            "resources/img/eye.svg",
            "resources/img/favicon.svg",
            "template.ftl",
            "theme.properties");

    private ServerFiles() {}

    /** The files' places in Keycloak's folder. */
    public static List<String> names() {
        return Stream.concat(SETTINGS.stream(), THEME_FILES.stream().map(THEME::concat))
                .toList();
    }

    /** Copies the files to their places in an unpacked Keycloak, over any that are there. */
    public static void installInto(Path keycloakHome) {
        names().forEach(file -> copy(file, keycloakHome.resolve(file)));
    }

    private static void copy(String name, Path target) {
        try (InputStream file = ServerFiles.class.getResourceAsStream("/server/" + name)) {
            if (file == null) {
                throw new IOException("not among the resources: server/" + name);
            }
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
