package jp.nenkin.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.keycloak.AdminAccess;
import jp.nenkin.keycloak.ClientSecrets;
import jp.nenkin.keycloak.PeopleClient;
import jp.nenkin.keycloak.RealmJob;

/** A real Keycloak as a child process, HTTPS only, with its data in PostgreSQL. */
public final class KeycloakServer implements AutoCloseable {
    private static final String NAME = "keycloak";
    private static final String ADMIN = "local-admin";
    static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--metrics-enabled=false");

    /** The name among the {@link LocalSecrets} of the secret of the admin client. */
    static final String ADMIN_SECRET = "keycloak-admin";

    /** The name among the {@link LocalSecrets} of the password of the person who may look into everything. */
    static final String ADMIN_PASSWORD = "keycloak-admin-console";

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration TIME_TO_KEEP_CLASSES = Duration.ofMinutes(2);

    private final DataFolder folder;
    private final int port;
    private final ChildProcess process;

    private KeycloakServer(DataFolder folder, int port, ChildProcess process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /**
     * Starts with its data in this PostgreSQL's database {@code keycloak} and waits until it is ready; builds it
     * before, once on this machine, which takes half a minute.
     */
    public static KeycloakServer start(DataFolder folder, int port, int managementPort, PostgresServer postgres) {
        Map<String, String> environment = environment(folder, port, managementPort, postgres.jdbcUrl("keycloak"));
        ChildProcess.Command command = command(folder, environment, PreparedDatabases.keycloakClasses());
        return new KeycloakServer(folder, port, ChildProcess.start(command)).ready(managementPort);
    }

    /** The same, but when it ends it writes down the classes it has loaded, which takes a third off its next starts. */
    static KeycloakServer startKeepingClasses(DataFolder folder, Ports ports, PostgresServer postgres, Path classes) {
        Map<String, String> environment =
                environment(folder, ports.keycloak(), ports.keycloakManagement(), postgres.jdbcUrl("keycloak"));
        ChildProcess.Command command = command(folder, environment, option("ArchiveClassesAtExit", classes))
                .endingWithin(TIME_TO_KEEP_CLASSES);
        return new KeycloakServer(folder, ports.keycloak(), ChildProcess.start(command))
                .ready(ports.keycloakManagement());
    }

    /** The option of its virtual machine to take classes as they were written down, where that fits it. */
    static String takingClasses(Path classes) {
        return option("SharedArchiveFile", classes);
    }

    /** Unpacks and builds the server if that was not done yet on this machine. */
    public static Path prepare() {
        return build().home();
    }

    static KeycloakBuild build() {
        Distributions found = Distributions.found();
        return new KeycloakBuild(found, BUILD_OPTIONS, List.of(found.keycloakProvider()));
    }

    public URI url() {
        return URI.create("https://localhost:" + port);
    }

    /** The bootstrap admin: a client of the realm master that may do everything. */
    public AdminAccess admin() {
        return admin(folder, port);
    }

    static AdminAccess admin(DataFolder folder, int port) {
        return new AdminAccess(
                URI.create("https://localhost:" + port),
                folder.certificates().sslContext(),
                ADMIN,
                folder.secrets().of(ADMIN_SECRET));
    }

    /** Brings the realms to what their files say, with the client that keeps their people; returns what it wrote. */
    public List<String> applyRealms() {
        List<String> writes = new ArrayList<>(new RealmJob(admin()).apply());
        writes.addAll(new PeopleClient(admin(), ClientSecrets.in(folder.root())).ensure());
        return List.copyOf(writes);
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.stop();
    }

    ChildProcess process() {
        return process;
    }

    /** As variables, since a command line can be read by everyone on the machine. */
    static Map<String, String> environment(DataFolder folder, int port, int managementPort, String databaseUrl) {
        ServerCertificate tls = folder.certificates().of(NAME);
        Map<String, String> variables = new HashMap<>();
        variables.put("KC_HOSTNAME", "https://localhost:" + port);
        // Who asks under another name than browsers do, as services in containers must, is sent on under that name.
        variables.put("KC_HOSTNAME_BACKCHANNEL_DYNAMIC", "true");
        variables.put("KC_HTTP_HOST", "127.0.0.1");
        variables.put("KC_HTTP_ENABLED", "false");
        variables.put("KC_HTTPS_PORT", Integer.toString(port));
        variables.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(managementPort));
        variables.put("KC_HTTPS_CERTIFICATE_FILE", tls.certificate().toString());
        variables.put("KC_HTTPS_CERTIFICATE_KEY_FILE", tls.key().toString());
        variables.put("KC_CACHE", "local");
        variables.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", ADMIN);
        variables.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", folder.secrets().of(ADMIN_SECRET));
        variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", folder.secrets().of(ADMIN_PASSWORD));
        variables.put("KC_DB_URL", databaseUrl);
        variables.put("KC_DB_USERNAME", "keycloak");
        variables.put("KC_DB_PASSWORD", folder.secrets().of(PostgresDatabases.KEYCLOAK_SECRET));
        return variables;
    }

    private static ChildProcess.Command command(
            DataFolder folder, Map<String, String> environment, String classesOption) {
        List<String> line = List.of(prepare().resolve("bin/kc.sh").toString(), "start", "--optimized");
        Map<String, String> variables =
                new HashMap<>(KeycloakBuild.java("-Xms256m -Xmn128m -Xmx400m " + classesOption));
        variables.putAll(environment);
        return ChildProcess.Command.of(NAME, folder.log(NAME), line).with(variables);
    }

    /** In quotes, since kc.sh takes a line of options apart. */
    private static String option(String name, Path file) {
        return "\"-XX:" + name + "=" + file + "\"";
    }

    private KeycloakServer ready(int managementPort) {
        try (HttpClient client = client(folder)) {
            URI ready = URI.create("https://localhost:" + managementPort + "/health/ready");
            Await.until(process, LIMIT, () -> status(client, ready) == 200);
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
        return this;
    }

    private static HttpClient client(DataFolder folder) {
        return HttpClient.newBuilder()
                .sslContext(folder.certificates().sslContext())
                .connectTimeout(Duration.ofSeconds(2))
                .build();
    }

    private static int status(HttpClient client, URI uri) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
