package jp.nenkin.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import jp.nenkin.keycloak.ClientSecrets;
import jp.nenkin.keycloak.PeopleClient;
import jp.nenkin.keycloak.PortalClients;
import jp.nenkin.local.SetupRecord.ClockStart;
import org.jspecify.annotations.Nullable;

/**
 * What services are told: the NENKIN_* variables. docker-compose.yml says the same with its own names of hosts, and
 * ComposeFileTest holds the two together.
 */
record ServiceEnvironment(
        DataFolder folder, Ports ports, @Nullable ClockStart clock) {
    private static final String SENDER = "no-reply@fund.example";

    Map<String, String> of(Program program) {
        ServerCertificate tls = folder.certificates().of(program.label());
        Map<String, String> variables = new HashMap<>(Map.ofEntries(
                Map.entry("NENKIN_HTTP_HOST", "localhost"),
                Map.entry("NENKIN_HTTP_PORT", Integer.toString(ports.of(program))),
                Map.entry("NENKIN_TLS_CERT", tls.certificate().toString()),
                Map.entry("NENKIN_TLS_KEY", tls.key().toString()),
                Map.entry("NENKIN_CA", tls.ca().toString()),
                Map.entry(
                        "NENKIN_DB_URL",
                        PostgresServer.jdbcUrl("localhost:" + ports.postgres(), program.database(), tls.ca())),
                Map.entry("NENKIN_DB_APP_PASSWORD", folder.secrets().of(program.appSecret())),
                Map.entry("NENKIN_DB_MIGRATOR_PASSWORD", folder.secrets().of(program.migratorSecret())),
                Map.entry("NENKIN_KAFKA", "localhost:" + ports.kafka()),
                Map.entry("NENKIN_KEYCLOAK", "https://localhost:" + ports.keycloak()),
                Map.entry("NENKIN_KEYCLOAK_ISSUER", "https://localhost:" + ports.keycloak()),
                Map.entry("NENKIN_INSTANCE", "1")));
        if (clock != null) {
            variables.put("NENKIN_CLOCK_START", clock.start().toString());
            variables.put("NENKIN_CLOCK_ANCHOR", clock.anchor().toString());
        }
        variables.putAll(
                switch (program) {
                    case MEMBER ->
                        Map.of("NENKIN_LEDGER_URL", url(Program.LEDGER).toString());
                    case LEDGER -> Map.of();
                    case NOTICE -> ofMail();
                    case AUTH -> ofAuth();
                });
        return Map.copyOf(variables);
    }

    private Map<String, String> ofMail() {
        return Map.of(
                "NENKIN_SMTP_HOST",
                "localhost",
                "NENKIN_SMTP_PORT",
                Integer.toString(ports.smtps()),
                "NENKIN_MAIL_FROM",
                SENDER,
                "NENKIN_PORTAL_URL",
                url(Program.AUTH).toString());
    }

    private Map<String, String> ofAuth() {
        ClientSecrets clients = ClientSecrets.in(folder.root());
        Path portal = ProjectFolder.root().resolve("portal").resolve("dist");
        Map<String, String> variables = new HashMap<>(ofMail());
        variables.putAll(Map.of(
                "NENKIN_PORTAL_FILES", portal.toString(),
                "NENKIN_MEMBER_URL", url(Program.MEMBER).toString(),
                "NENKIN_LEDGER_URL", url(Program.LEDGER).toString(),
                "NENKIN_NOTICE_URL", url(Program.NOTICE).toString(),
                "NENKIN_EDGE_MEMBER_SECRET", clients.createIfMissing("member", PortalClients.EDGE),
                "NENKIN_EDGE_FUND_SECRET", clients.createIfMissing("fund", PortalClients.EDGE),
                "NENKIN_KEYCLOAK_SECRET", PeopleClient.secret(clients),
                "NENKIN_EDGE_KEY", key("edge-key"),
                // Everybody who tries this system has the same network address.
                "NENKIN_PUBLIC_CALLS_PER_ADDRESS", "300"));
        return variables;
    }

    /** 32 bytes, since a secret of ours is as many letters. */
    private String key(String name) {
        return Base64.getEncoder().encodeToString(folder.secrets().of(name).getBytes(US_ASCII));
    }

    private URI url(Program program) {
        return URI.create("https://localhost:" + ports.of(program));
    }
}
