package jp.nenkin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A real PostgreSQL on this machine: TLS only, passwords only, its data kept in the folder it is given. */
public final class PostgresServer implements AutoCloseable {
    static final String SUPERUSER_SECRET = "postgres-superuser";

    private static final String NAME = "postgresql";
    static final String SUPERUSER = "postgres";

    /** How text is stored and compared, and that a password is asked for. */
    static final List<String> INITDB_OPTIONS = List.of(
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final DataFolder folder;
    private final int port;
    private final ChildProcess process;

    private PostgresServer(DataFolder folder, int port, ChildProcess process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    /** What a power cut may cost. */
    public enum Durability {
        /** Nothing that was committed: data is synced, as in production. */
        KEPT,
        /** Everything: quicker, for tests whose data is thrown away. */
        NONE
    }

    /** Starts on the data in the folder, or on new data with all databases and roles when there is none. */
    public static PostgresServer start(DataFolder folder, int port, Durability durability) {
        Path data = folder.of("postgres");
        Path bin = PostgresBinaries.bin();
        if (!isInitialised(folder)) {
            initialise(bin, folder, durability);
        }
        List<String> line = new ArrayList<>(PostgresBinaries.prefix());
        line.addAll(List.of(bin.resolve("postgres").toString(), "-D", data.toString()));
        Map<String, String> settings =
                new HashMap<>(settings(folder.certificates().of("postgres"), port, durability));
        settings.put("listen_addresses", "localhost");
        settings.put("unix_socket_directories", "");
        settings.forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
        ChildProcess process = ChildProcess.start(
                ChildProcess.Command.of(NAME, folder.log(NAME), line).stoppedBy("INT"));
        PostgresServer server = new PostgresServer(folder, port, process);
        try {
            Await.until(process, LIMIT, server::answers);
            PostgresDatabases.provision(server::connect, folder.secrets());
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
        return server;
    }

    static boolean isInitialised(DataFolder folder) {
        return Files.exists(folder.of("postgres").resolve("global").resolve("pg_control"));
    }

    public int port() {
        return port;
    }

    /** The JDBC URL of a database, checking the server's certificate and name. */
    public String jdbcUrl(String database) {
        return jdbcUrl("localhost:" + port, database, folder.certificates().caFile());
    }

    static String jdbcUrl(String address, String database, Path caFile) {
        // The driver decodes parameters, and a folder's name may hold a blank or a plus.
        String ca = URLEncoder.encode(caFile.toString(), StandardCharsets.UTF_8);
        return "jdbc:postgresql://%s/%s?sslmode=verify-full&sslrootcert=%s"
                .formatted(address, database, ca.replace("%2F", "/"));
    }

    /** A connection as the superuser, who is above all row and schema rights: to set up and to look in tests. */
    public Connection connect(String database) throws SQLException {
        return connect(database, SUPERUSER, folder.secrets().of(SUPERUSER_SECRET));
    }

    public Connection connect(String database, String user, String password) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl(database), login);
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

    private boolean answers() throws SQLException {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        }
    }

    private static void initialise(Path bin, DataFolder folder, Durability durability) {
        Path data = folder.of("postgres");
        Path password = folder.root().resolve("postgres-superuser.once");
        PrivateFiles.write(password, folder.secrets().of(SUPERUSER_SECRET));
        List<String> line = new ArrayList<>(PostgresBinaries.prefix());
        line.addAll(List.of(bin.resolve("initdb").toString(), "-D", data.toString(), "-U", SUPERUSER));
        line.addAll(List.of("--pwfile", password.toString()));
        line.addAll(INITDB_OPTIONS);
        if (durability == Durability.NONE) {
            line.add("--no-sync");
        }
        ChildProcess initdb =
                ChildProcess.start(ChildProcess.Command.of("initdb", folder.log("postgresql-initdb"), line));
        try {
            if (initdb.await(LIMIT) != 0) {
                throw initdb.death();
            }
            Files.delete(password);
            // TLS or nothing: a line of type hostssl matches no plain connection, and there is no other line. Tests
            // connect hundreds of times, and send the password as it is rather than hash it 4,096 times for each.
            String method = durability == Durability.NONE ? "password" : "scram-sha-256";
            Files.writeString(data.resolve("pg_hba.conf"), """
                    hostssl all all 127.0.0.1/32 %1$s
                    hostssl all all ::1/128      %1$s
                    """.formatted(method));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFault("Interrupted while PostgreSQL was set up", e);
        }
    }

    /** What a server is told wherever it runs; docker-compose.yml says the same. */
    static Map<String, String> settings(ServerCertificate tls, int port, Durability durability) {
        String synced = durability == Durability.KEPT ? "on" : "off";
        return Map.ofEntries(
                Map.entry("port", Integer.toString(port)),
                Map.entry("ssl", "on"),
                Map.entry("ssl_cert_file", tls.certificate().toString()),
                Map.entry("ssl_key_file", tls.key().toString()),
                Map.entry("ssl_min_protocol_version", "TLSv1.2"),
                Map.entry("max_connections", "200"),
                Map.entry("max_locks_per_transaction", "256"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("fsync", synced),
                Map.entry("synchronous_commit", synced),
                Map.entry("full_page_writes", synced));
    }
}
