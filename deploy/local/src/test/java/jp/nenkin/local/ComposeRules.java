package jp.nenkin.local;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.nenkin.keycloak.Environment;
import jp.nenkin.keycloak.ServerFiles;

/**
 * What docker-compose.yml must say, taken from the code that starts the same system without containers; what it says
 * otherwise is a finding.
 */
final class ComposeRules {
    private static final ServerCertificate TLS = ComposeFolder.certificateInside();
    private static final String CA = TLS.ca().toString();
    /** What the build makes and nothing in the source tree holds; the same paths as in {@code ./nenkin}. */
    private static final Set<String> BUILT = Set.of(
            "./member-service/target/quarkus-app",
            "./ledger-service/target/quarkus-app",
            "./notice-service/target/quarkus-app",
            "./auth-service/target/quarkus-app",
            "./portal/dist",
            "./deploy/keycloak-provider/target/nenkin-login.jar",
            "./deploy/local/target/classes",
            "./deploy/local/target/job-libraries");

    private final ComposeFile file;
    private final ComposeFolder prepared;
    private final Ports ports;
    private final List<String> findings = new ArrayList<>();

    private ComposeRules(ComposeFile file, ComposeFolder prepared) {
        this.file = file;
        this.prepared = prepared;
        this.ports = prepared.ports();
    }

    /** Holds a file against what has been prepared; empty when all is well. */
    static List<String> findings(ComposeFile file, ComposeFolder prepared) {
        ComposeRules rules = new ComposeRules(file, prepared);
        rules.images();
        rules.services();
        rules.postgres();
        rules.kafka();
        rules.keycloak();
        rules.mail();
        rules.jobs();
        rules.ports();
        rules.mounts();
        rules.order();
        rules.secrets();
        return List.copyOf(rules.findings);
    }

    private void images() {
        String java = "eclipse-temurin:" + version("java") + "-jre";
        TreeMap<String, String> expected = new TreeMap<>(Map.of(
                "postgres", "postgres:" + version("postgres").replaceFirst("\\.0$", ""),
                "kafka", "apache/kafka:" + version("kafka"),
                "keycloak", "quay.io/keycloak/keycloak:" + version("keycloak"),
                "mail", "greenmail/standalone:" + version("greenmail"),
                "databases", java,
                "topics", java,
                "realms", java));
        labels().forEach(service -> expected.put(service, java));
        TreeMap<String, String> actual = new TreeMap<>();
        file.containers().forEach((name, container) -> actual.put(name, container.image()));
        same("images", actual, expected);
    }

    private void services() {
        for (Program program : Program.values()) {
            String name = program.label();
            same(name + " variables", told(name), expected(program));
            holds(name + " runs its own jar", mounted(name, "/app").equals("./" + name + "/target/quarkus-app"));
        }
        holds("auth-service has the portal", mounted("auth-service", "/portal").equals("./portal/dist"));
    }

    /** The service's variables on this machine, with the names that hosts and files have for containers. */
    private Map<String, String> expected(Program program) {
        Map<String, String> variables = new TreeMap<>(new ServiceEnvironment(prepared.data(), ports, null).of(program));
        Map<String, String> inside = Map.ofEntries(
                Map.entry("NENKIN_HTTP_HOST", "0.0.0.0"),
                Map.entry("NENKIN_TLS_CERT", TLS.certificate().toString()),
                Map.entry("NENKIN_TLS_KEY", TLS.key().toString()),
                Map.entry("NENKIN_CA", CA),
                Map.entry("NENKIN_DB_URL", databaseUrl(program.database())),
                Map.entry("NENKIN_KAFKA", kafkaAddress()),
                Map.entry("NENKIN_KEYCLOAK", keycloakUrl()),
                Map.entry("NENKIN_SMTP_HOST", "mail"),
                Map.entry("NENKIN_PORTAL_FILES", "/portal"),
                Map.entry("NENKIN_MEMBER_URL", url(Program.MEMBER)),
                Map.entry("NENKIN_LEDGER_URL", url(Program.LEDGER)),
                Map.entry("NENKIN_NOTICE_URL", url(Program.NOTICE)));
        variables.replaceAll((name, value) -> inside.getOrDefault(name, value));
        return variables;
    }

    private void postgres() {
        Map<String, String> expected = new TreeMap<>(PostgresServer.settings(
                new ServerCertificate(Path.of("/etc/nenkin/certificate.pem"), Path.of("/etc/nenkin/key.pem"), TLS.ca()),
                ports.postgres(),
                PostgresServer.Durability.KEPT));
        expected.put("listen_addresses", "*");
        expected.put("hba_file", "/etc/nenkin/pg_hba.conf");
        List<String> command = file.container("postgres").command();
        Map<String, String> actual = command.stream()
                .skip(1)
                .map(option -> option.substring("-c".length()).split("=", 2))
                .collect(toMap(option -> option[0], option -> option[1]));
        same("postgres settings", actual, expected);
        same(
                "postgres variables",
                told("postgres"),
                Map.of(
                        "PGPORT",
                        Integer.toString(ports.postgres()),
                        "POSTGRES_INITDB_ARGS",
                        String.join(" ", PostgresServer.INITDB_OPTIONS),
                        "POSTGRES_PASSWORD",
                        prepared.data().secrets().of(PostgresServer.SUPERUSER_SECRET)));
    }

    private void kafka() {
        holds("kafka's cluster id", file.text().contains("--cluster-id " + KafkaServer.CLUSTER + "\n"));
        String data = kafkaSettings().getProperty("log.dirs");
        holds("kafka keeps its data in a volume", mounted("kafka", data).equals("kafka"));
    }

    private void keycloak() {
        Map<String, String> expected = new TreeMap<>(KeycloakServer.environment(
                prepared.data(), ports.keycloak(), ports.keycloakManagement(), databaseUrl("keycloak")));
        expected.put("KC_HTTP_HOST", "0.0.0.0");
        expected.put("KC_HTTPS_CERTIFICATE_FILE", TLS.certificate().toString());
        expected.put("KC_HTTPS_CERTIFICATE_KEY_FILE", TLS.key().toString());
        Map<String, String> actual = new TreeMap<>(told("keycloak"));
        actual.remove("JAVA_OPTS_KC_HEAP");
        same("keycloak variables", actual, expected);
        List<String> command = new ArrayList<>(List.of("start"));
        command.addAll(KeycloakServer.BUILD_OPTIONS);
        same("keycloak command", file.container("keycloak").command(), command);
        String provider = "nenkin-login.jar";
        holds(
                "keycloak has our part",
                isMounted("deploy/keycloak-provider/target/" + provider, "providers/" + provider));
        for (String name : ServerFiles.names()) {
            holds("keycloak has " + name, isMounted("deploy/keycloak/src/main/resources/server/" + name, name));
        }
    }

    private boolean isMounted(String source, String name) {
        return file.container("keycloak").mounts().stream()
                .anyMatch(mount -> Path.of("./" + source).startsWith(mount.source())
                        && Path.of("/opt/keycloak").resolve(name).startsWith(mount.target())
                        && Path.of(mount.source())
                                .relativize(Path.of("./" + source))
                                .equals(Path.of(mount.target()).relativize(Path.of("/opt/keycloak", name))));
    }

    private void mail() {
        Map<String, String> told = told("mail");
        Set<String> options = new TreeSet<>(
                Arrays.asList(told.getOrDefault("GREENMAIL_OPTS", "").split(" ")));
        same(
                "mail options",
                options,
                new TreeSet<>(Set.of(
                        "-Dgreenmail.smtps.hostname=0.0.0.0",
                        "-Dgreenmail.smtps.port=" + ports.smtps(),
                        "-Dgreenmail.imaps.hostname=0.0.0.0",
                        "-Dgreenmail.imaps.port=" + ports.imaps(),
                        "-Dgreenmail.api.hostname=127.0.0.1",
                        "-Dgreenmail.tls.keystore.file=/nenkin/mail.p12")));
        String password = prepared.data().secrets().of(MailServer.KEY_STORE_SECRET);
        same("mail secrets", told.getOrDefault("JAVA_OPTS", ""), "-Dgreenmail.tls.keystore.password=" + password);
    }

    private void jobs() {
        Environment keycloak = new Environment(
                KeycloakServer.environment(prepared.data(), ports.keycloak(), ports.keycloakManagement(), ""));
        same(
                "databases variables",
                told("databases"),
                Map.of(
                        "NENKIN_POSTGRES",
                        "postgres:" + ports.postgres(),
                        "NENKIN_CA",
                        CA,
                        "NENKIN_PASSWORDS",
                        ComposeFolder.INSIDE.resolve(ComposeFolder.PASSWORDS).toString()));
        same("topics variables", told("topics"), Map.of("NENKIN_KAFKA", kafkaAddress(), "NENKIN_CA", CA));
        String id = "KC_BOOTSTRAP_ADMIN_CLIENT_ID";
        String secret = "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET";
        same(
                "realms variables",
                told("realms"),
                Map.of(
                        "NENKIN_KEYCLOAK",
                        keycloakUrl(),
                        "NENKIN_CA",
                        CA,
                        "NENKIN_PORTAL_URL",
                        "https://localhost:" + ports.auth(),
                        "NENKIN_DATA",
                        ComposeFolder.INSIDE.toString(),
                        id,
                        keycloak.of(id),
                        secret,
                        keycloak.of(secret)));
        Map<String, String> programs = Map.of(
                "databases", DatabasesJob.class.getName(),
                "topics", TopicsJob.class.getName(),
                "realms", "jp.nenkin.keycloak.ApplyRealms");
        programs.forEach((job, program) ->
                same(job + " program", file.container(job).command().getLast(), program));
    }

    /** As without containers, but for Kafka's controller, whom only the broker in the same container asks. */
    private void ports() {
        Map<Integer, String> owners = new TreeMap<>(Map.of(
                ports.postgres(), "postgres",
                ports.keycloak(), "keycloak",
                ports.keycloakManagement(), "keycloak",
                ports.smtps(), "mail",
                ports.imaps(), "mail",
                ports.kafka(), "kafka"));
        for (Program program : Program.values()) {
            owners.put(ports.of(program), program.label());
        }
        Set<String> expected = new TreeSet<>();
        owners.forEach((port, name) -> expected.add("%s 127.0.0.1:%d:%d".formatted(name, port, port)));
        Set<String> actual = new TreeSet<>();
        file.containers()
                .forEach((name, container) -> container.ports().forEach(port -> actual.add(name + " " + port)));
        same("published ports", actual, expected);
        holds("every port has its owner", owners.size() == ports.uses().size() - 1);
    }

    private void mounts() {
        file.containers().forEach((name, container) -> {
            same(name + "'s own folder", mounted(name, "/nenkin"), "./.nenkin/compose/containers/" + name);
            container.mounts().stream().filter(mount -> !mount.isVolume()).forEach(mount -> {
                holds(name + " cannot write to " + mount.source(), mount.readOnly());
                holds(name + " mounts what is there: " + mount.source(), isThere(mount.source()));
            });
        });
        Stream.concat(labels(), Stream.of("databases", "topics", "realms")).forEach(name -> {
            same(name + " classes", mounted(name, "/jobs/classes"), "./deploy/local/target/classes");
            same(name + " libraries", mounted(name, "/jobs/libraries"), "./deploy/local/target/job-libraries");
        });
    }

    private boolean isThere(String source) {
        return BUILT.contains(source) || Files.exists(onDisk(source));
    }

    private void order() {
        String done = "service_completed_successfully";
        String healthy = "service_healthy";
        Map<String, Map<String, String>> expected = new TreeMap<>(Map.of(
                "databases", Map.of("postgres", healthy),
                "keycloak", Map.of("databases", done),
                "topics", Map.of("kafka", healthy),
                "realms", Map.of("keycloak", healthy)));
        labels().forEach(name -> expected.put(name, Map.of("databases", done, "topics", done, "realms", done)));
        List.of("notice-service", "auth-service")
                .forEach(sender -> expected.computeIfPresent(sender, (_, needs) -> {
                    Map<String, String> also = new TreeMap<>(needs);
                    also.put("mail", "service_started");
                    return also;
                }));
        file.containers()
                .forEach((name, container) ->
                        same(name + " waits for", container.needs(), expected.getOrDefault(name, Map.of())));
    }

    private void secrets() {
        for (String container : file.containers().keySet()) {
            Map<String, String> secrets = secretsOf(container);
            Map<String, String> written = file.container(container).environment();
            secrets.keySet().stream()
                    .filter(written::containsKey)
                    .forEach(
                            name -> findings.add(container + ": " + name + " must stand in no file that is committed"));
        }
        holds(
                "nothing comes from the shell's variables",
                !file.text().replace("$$", "").contains("$"));
    }

    /** All variables a container is told: those in the file, and those in the files it names. */
    private Map<String, String> told(String container) {
        Map<String, String> all = new TreeMap<>(secretsOf(container));
        all.putAll(file.container(container).environment());
        return all;
    }

    private Map<String, String> secretsOf(String container) {
        Map<String, String> secrets = new TreeMap<>();
        for (String name : file.container(container).envFiles()) {
            read(onDisk(name)).lines().map(line -> line.split("=", 2)).forEach(line -> secrets.put(line[0], line[1]));
        }
        return secrets;
    }

    /** The test prepares another folder than the user's. */
    private Path onDisk(String source) {
        Path path = Path.of(source).normalize();
        Path usual = Path.of(".nenkin/compose");
        return path.startsWith(usual)
                ? prepared.data().root().resolve(usual.relativize(path))
                : ProjectFolder.root().resolve(path);
    }

    private String mounted(String container, String target) {
        return file.container(container).mounts().stream()
                .filter(mount -> mount.target().equals(target))
                .map(ComposeFile.Mount::source)
                .findAny()
                .orElse("");
    }

    private String databaseUrl(String database) {
        return PostgresServer.jdbcUrl("postgres:" + ports.postgres(), database, TLS.ca());
    }

    /** As the broker itself tells clients who come by the network of containers. */
    private String kafkaAddress() {
        String advertised = kafkaSettings().getProperty("advertised.listeners");
        return advertised.replaceFirst(".*CLIENTS://([^,]+),.*", "$1");
    }

    private Properties kafkaSettings() {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(read(prepared.of("kafka").resolve("server.properties"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private String keycloakUrl() {
        return "https://keycloak:" + ports.keycloak();
    }

    private String url(Program program) {
        return "https://" + program.label() + ":" + ports.of(program);
    }

    private static Stream<String> labels() {
        return Arrays.stream(Program.values()).map(Program::label);
    }

    private static String version(String name) {
        return Objects.requireNonNull(System.getProperty("version." + name), name);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void holds(String what, boolean holds) {
        if (!holds) {
            findings.add("not so: " + what);
        }
    }

    private void same(String what, Object actual, Object expected) {
        if (!expected.equals(actual)) {
            findings.add("%s are %s and should be %s".formatted(what, actual, expected));
        }
    }
}
