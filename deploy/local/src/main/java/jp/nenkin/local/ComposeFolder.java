package jp.nenkin.local;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.nenkin.keycloak.ClientSecrets;
import jp.nenkin.keycloak.PeopleClient;
import jp.nenkin.keycloak.PortalClients;

/**
 * What docker-compose.yml takes from this machine: for each container a private folder with its certificate, its
 * settings, and its secrets as variables. No container sees another's.
 */
record ComposeFolder(DataFolder data, Ports ports) {
    /** Where a container finds its folder. */
    static final Path INSIDE = Path.of("/nenkin");

    static final String SECRETS = "secrets.env";

    /** The databases job's passwords, which are those of every role. */
    static final String PASSWORDS = "passwords.properties";

    private static final Path KAFKA_DATA = Path.of("/var/lib/kafka/data");

    /** What of the services' and Keycloak's variables nobody else may read; all else stands in docker-compose.yml. */
    private static final Set<String> SECRET = Set.of(
            "NENKIN_DB_APP_PASSWORD",
            "NENKIN_DB_MIGRATOR_PASSWORD",
            "NENKIN_EDGE_MEMBER_SECRET",
            "NENKIN_EDGE_FUND_SECRET",
            "NENKIN_EDGE_KEY",
            "NENKIN_KEYCLOAK_SECRET",
            "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
            "KC_BOOTSTRAP_ADMIN_PASSWORD",
            "KC_DB_PASSWORD");

    static ComposeFolder in(Path project) {
        return new ComposeFolder(DataFolder.at(project.resolve(".nenkin/compose")), Ports.from(Ports.USUAL_BASE));
    }

    /** The certificate's files as a container finds them. */
    static ServerCertificate certificateInside() {
        return new ServerCertificate(
                INSIDE.resolve("certificate.pem"), INSIDE.resolve("key.pem"), INSIDE.resolve("ca.pem"));
    }

    RunningSystem system() {
        return new RunningSystem(data, ports, Duration.ZERO);
    }

    /** Writes what is missing or has changed; what is right stays untouched. */
    void prepare() {
        for (Program program : Program.values()) {
            certificate(program.label());
            secrets(program.label(), new ServiceEnvironment(data, ports, null).of(program));
        }
        preparePostgres();
        prepareKafka();
        prepareMail();
        prepareKeycloak();
        system().announce();
    }

    Path of(String container) {
        return PrivateFiles.folder(data.of("containers").resolve(container));
    }

    private void preparePostgres() {
        LocalSecrets secrets = data.secrets();
        certificate("postgres");
        // TLS from everywhere else; the image sets itself up by its own socket.
        write("postgres", "pg_hba.conf", """
                local   all all     scram-sha-256
                hostssl all all all scram-sha-256
                """);
        variables("postgres", Map.of("POSTGRES_PASSWORD", secrets.of(PostgresServer.SUPERUSER_SECRET)));
        trust("databases");
        TreeMap<String, String> passwords = new TreeMap<>();
        for (String name : PostgresDatabases.secrets()) {
            passwords.put(name, secrets.of(name));
        }
        write("databases", PASSWORDS, lines(passwords));
    }

    private void prepareKafka() {
        certificate("kafka");
        write(
                "kafka",
                "key-and-certificate.pem",
                KafkaServer.keyAndCertificate(data.certificates().of("kafka")));
        KafkaSettings settings = new KafkaSettings(
                KafkaSettings.Listeners.inContainer("kafka", ports),
                INSIDE.resolve("key-and-certificate.pem"),
                certificateInside().ca(),
                KAFKA_DATA);
        write("kafka", "server.properties", settings.text());
        trust("topics");
    }

    private void prepareMail() {
        Path store = of("mail").resolve("mail.p12");
        boolean renewed = certificate("mail");
        if (renewed || !Files.exists(store)) {
            MailServer.writeKeyStore(data, store);
        }
        String password = data.secrets().of(MailServer.KEY_STORE_SECRET);
        variables("mail", Map.of("JAVA_OPTS", "-Dgreenmail.tls.keystore.password=" + password));
    }

    private void prepareKeycloak() {
        certificate("keycloak");
        Map<String, String> variables =
                KeycloakServer.environment(data, ports.keycloak(), ports.keycloakManagement(), "");
        secrets("keycloak", variables);
        trust("realms");
        String admin = "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET";
        variables("realms", Map.of(admin, variables.getOrDefault(admin, "")));
        ClientSecrets kept = ClientSecrets.in(data.root());
        for (String realm : List.of("member", "fund")) {
            String secret = kept.createIfMissing(realm, PortalClients.EDGE);
            write("realms/client-secrets", realm + "." + PortalClients.EDGE, secret);
        }
        write("realms/client-secrets", "master." + PeopleClient.NAME, PeopleClient.secret(kept));
    }

    /** Whether it is another than before. */
    private boolean certificate(String container) {
        ServerCertificate files = data.certificates().of(container);
        trust(container);
        boolean other = write(container, "certificate.pem", read(files.certificate()));
        return write(container, "key.pem", read(files.key())) || other;
    }

    private void trust(String container) {
        write(container, "ca.pem", read(data.certificates().caFile()));
    }

    private void secrets(String container, Map<String, String> variables) {
        TreeMap<String, String> secret = new TreeMap<>(variables);
        secret.keySet().retainAll(SECRET);
        variables(container, secret);
    }

    private void variables(String container, Map<String, String> variables) {
        write(container, SECRETS, lines(variables));
    }

    private static String lines(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                .collect(joining());
    }

    /** Whether something else had been there. */
    private boolean write(String container, String name, String text) {
        return PrivateFiles.replace(of(container).resolve(name), text);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
