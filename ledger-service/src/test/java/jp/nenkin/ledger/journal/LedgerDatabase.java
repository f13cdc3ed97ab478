package jp.nenkin.ledger.journal;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.util.stream.Collectors.joining;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.Ports;
import jp.nenkin.local.PostgresServer;
import jp.nenkin.local.Program;
import org.flywaydb.core.Flyway;

/**
 * The ledger's database with its roles and rights, on a server that test classes use one after the other: it starts for
 * the first and stops with the virtual machine.
 *
 * <p>It is reached without TLS, which took a seventh of these tests' time; the tests of the running service, which have
 * a server of their own, reach theirs by TLS alone.
 */
public final class LedgerDatabase extends ServiceConnections implements AutoCloseable {
    private static final String NAME = "ledger";
    private static final String SUPERUSER = "postgres";
    private static final String OTHERS = "from pg_stat_activity where datname = 'ledger' and pid <> pg_backend_pid()";

    private final DataFolder folder;
    private final PostgresServer server;
    private final ConnectionPool superuser;

    private LedgerDatabase(DataFolder folder, PostgresServer server) {
        super(url(server), folder.secrets().of(Program.LEDGER.appSecret()));
        this.folder = folder;
        this.server = server;
        String password = folder.secrets().of("postgres-superuser");
        this.superuser = new ConnectionPool(
                () -> DriverManager.getConnection(url(server), SUPERUSER, password), statement -> {});
    }

    private static String url(PostgresServer server) {
        return "jdbc:postgresql://localhost:%d/%s?sslmode=disable".formatted(server.port(), NAME);
    }

    /** As on its first day; the class that had it before must have closed it. */
    public static LedgerDatabase start() {
        LedgerDatabase database = new LedgerDatabase(Shared.FOLDER, Shared.SERVER);
        database.migrate();
        return database;
    }

    /**
     * Brings the schema to its first day, whatever is there. By the migrations' own words, for a hundred tests begin
     * with it and Flyway takes longer than they; the tests of the running service have Flyway migrate.
     */
    public void migrate() {
        asSuperuser("drop schema if exists ledger cascade; create schema ledger authorization ledger_owner;"
                + " set role ledger_owner;" + Shared.MIGRATIONS + "; reset role");
    }

    /** Adds what every service has besides its own tables: the answers given under keys, and the like. */
    public void migrateKit() {
        Flyway.configure()
                .dataSource(url(server), "ledger_migrator", secret(Program.LEDGER.migratorSecret()))
                .initSql("set role ledger_owner")
                .defaultSchema(NAME)
                .table("flyway_kit_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:db/kit")
                .placeholders(Map.of("app_role", "ledger_app"))
                .load()
                .migrate();
    }

    /** Above all rights, to look and to plant. */
    public void asSuperuser(String sql) {
        try (Connection connection = superuser.lend();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ledger");
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The first column of a query above all rights, as text. */
    public List<String> look(String sql) {
        try (Connection connection = superuser.lend();
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ledger");
            try (ResultSet rows = statement.executeQuery(sql)) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
                return found;
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private String secret(String name) {
        return folder.secrets().of(name);
    }

    /** Ends whatever still works on it, and every connection, so that the next class finds it alone. */
    @Override
    public void close() {
        asSuperuser("select pg_terminate_backend(pid) " + OTHERS);
        // All at once: PostgreSQL, told to wait for the end of each, looks ten times a second for one after the other.
        await().atMost(Duration.ofMinutes(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> look("select pid " + OTHERS), List::isEmpty);
    }

    /** Made when it is first asked for. */
    private static final class Shared {
        static final DataFolder FOLDER = DataFolder.temporary();
        static final PostgresServer SERVER =
                withoutTls(PostgresServer.start(FOLDER, Ports.free().postgres(), PostgresServer.Durability.NONE));
        static final String MIGRATIONS = migrations();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                SERVER.close();
                FOLDER.delete();
            }));
        }

        private static PostgresServer withoutTls(PostgresServer server) {
            try (Connection connection = server.connect(NAME);
                    Statement statement = connection.createStatement()) {
                Files.writeString(
                        FOLDER.root().resolve("postgres/pg_hba.conf"), "host all all localhost password\n", APPEND);
                statement.execute("select pg_reload_conf()");
            } catch (SQLException | IOException fault) {
                throw new IllegalStateException(fault);
            }
            // The server reads its file again in its own time.
            await().pollInSameThread().ignoreExceptions().until(() -> look(server));
            return server;
        }

        private static boolean look(PostgresServer server) throws SQLException {
            String password = FOLDER.secrets().of("postgres-superuser");
            try (Connection connection = DriverManager.getConnection(url(server), SUPERUSER, password)) {
                return connection.isValid(1);
            }
        }

        private static String migrations() {
            try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
                return files.sorted(Comparator.comparingInt(Shared::version))
                        .map(Shared::text)
                        .collect(joining("\n"));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        /** As the file's name begins, e.g. V10__name.sql. */
        private static int version(Path migration) {
            String name = migration.getFileName().toString();
            return Integer.parseInt(name.substring(1, name.indexOf("__")));
        }

        private static String text(Path migration) {
            try {
                return Files.readString(migration);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
    }
}
