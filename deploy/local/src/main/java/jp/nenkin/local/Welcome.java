package jp.nenkin.local;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.local.demo.DemoFund;

/** What {@code ./nenkin up} shows when everything is ready: addresses, and how to call them. */
final class Welcome {
    private Welcome() {}

    static List<String> lines(RunningSystem system) {
        Path data = system.folder().root();
        Path ca = system.folder().certificates().caFile();
        List<String> lines = new ArrayList<>(List.of("", "The system is up. Ctrl-C stops it; the data stays.", ""));
        lines.addAll(portal(system));
        for (Program program : Program.values()) {
            lines.add("  %-16s %s   (operations: /q/openapi)".formatted(program.label(), system.url(program)));
        }
        lines.addAll(List.of(
                "  %-16s %s/admin/   user admin, password: %s"
                        .formatted(
                                "Keycloak",
                                system.keycloakUrl(),
                                KeycloakServer.ADMIN_PASSWORD + " in " + data.resolve("secrets.properties")),
                "  %-16s localhost:%d   (databases member, ledger, notice, auth, keycloak)"
                        .formatted("PostgreSQL", system.ports().postgres()),
                "  %-16s localhost:%d   (TLS)".formatted("Kafka", system.ports().kafka()),
                "  %-16s smtps://localhost:%d; read by imaps://localhost:%d, user and password: the address, such as %s"
                        .formatted(
                                "Mail",
                                system.ports().smtps(),
                                system.ports().imaps(),
                                DemoFund.address(DemoFund.EXAMPLE_2025)),
                "",
                "  All speak TLS; trust " + ca,
                "  Time of the services: "
                        + system.clock().instant().atZone(system.clock().getZone()),
                "  Officers are the clients officer-a and officer-b; secrets in " + data.resolve("client-secrets"),
                "  A token and a call:",
                "    TOKEN=$(curl -s --cacert %s -u \"officer-a:$(cat %s)\" -d grant_type=client_credentials \\"
                        .formatted(ca, data.resolve("client-secrets").resolve("system.officer-a")),
                "      %s/realms/system/protocol/openid-connect/token \\".formatted(system.keycloakUrl()),
                "      | sed 's/.*\"access_token\":\"\\([^\"]*\\).*/\\1/')",
                "    curl --cacert %s -H \"Authorization: Bearer $TOKEN\" %s/rates"
                        .formatted(ca, system.url(Program.LEDGER)),
                ""));
        return lines;
    }

    /** The demo people who have a password, for the portal. */
    static List<String> logins(RunningSystem system) {
        List<String> lines = new ArrayList<>();
        for (String login : List.of("member/member-" + DemoFund.EXAMPLE_2025, "fund/officer-a", "fund/officer-b")) {
            String realm = login.substring(0, login.indexOf('/'));
            String loginId = login.substring(login.indexOf('/') + 1);
            system.password(realm, loginId)
                    .ifPresent(password -> lines.add("    login ID %-18s password %-24s %s"
                            .formatted(loginId, password, third(realm, loginId))));
        }
        return lines;
    }

    /** What the sign-in page asks for besides. */
    private static String third(String realm, String loginId) {
        return realm.equals("fund")
                ? "one-time code: ./nenkin code " + loginId
                : "birth date " + DemoFund.EXAMPLE_2025_BORN.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** Where the portal is, and who can sign in there. */
    private static List<String> portal(RunningSystem system) {
        List<String> lines = new ArrayList<>();
        lines.add("  Portal: %s   (your browser must trust the CA below)".formatted(system.url(Program.AUTH)));
        lines.addAll(logins(system));
        lines.add("");
        return lines;
    }
}
