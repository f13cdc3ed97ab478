package jp.nenkin.benchmarks;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.LocalSystem;
import jp.nenkin.local.Ports;
import jp.nenkin.local.PostgresServer;
import jp.nenkin.local.Program;
import org.flywaydb.core.Flyway;

/** A service's database as in production: synced to disk, TLS, the service's role and pool. */
final class BenchDatabase implements AutoCloseable {
    private final Program program;
    private final DataFolder folder;
    private final PostgresServer server;
    private final Runnable end;
    private final AgroalDataSource pool;

    private BenchDatabase(Program program, DataFolder folder, PostgresServer server, Runnable end) throws SQLException {
        this.program = program;
        this.folder = folder;
        this.server = server;
        this.end = end;
        this.pool = pool(8);
    }

    /** Connections in the service's role without transactions of the service. */
    AgroalDataSource pool(int connections) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(settings -> settings.maxSize(connections)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(server.jdbcUrl(program.database()))
                                .principal(new NamePrincipal(program.database() + "_app"))
                                .credential(new SimplePassword(secret(program.appSecret()))))));
    }

    /** The service's transactions. */
    BenchTransactions transactions() throws SQLException {
        return new BenchTransactions(
                server.jdbcUrl(program.database()), program.database() + "_app", secret(program.appSecret()));
    }

    /** A connection in the service's role whose driver writes the inserts of a batch as statements of many rows. */
    Connection batching() throws SQLException {
        return DriverManager.getConnection(
                server.jdbcUrl(program.database()) + "&reWriteBatchedInserts=true",
                program.database() + "_app",
                secret(program.appSecret()));
    }

    /** The ledger's, migrated and empty. */
    static BenchDatabase start() throws SQLException {
        Program ledger = Program.LEDGER;
        DataFolder folder = DataFolder.temporary();
        PostgresServer server = PostgresServer.start(folder, Ports.free().postgres(), PostgresServer.Durability.KEPT);
        BenchDatabase database = new BenchDatabase(ledger, folder, server, () -> {
            server.close();
            folder.delete();
        });
        Flyway.configure()
                .dataSource(
                        server.jdbcUrl(ledger.database()), "ledger_migrator", database.secret(ledger.migratorSecret()))
                .initSql("set role ledger_owner")
                .defaultSchema(ledger.database())
                .load()
                .migrate();
        database.putOffCheckpoints();
        return database;
    }

    /** A service's database in a system that runs, and goes on running. */
    static BenchDatabase of(LocalSystem system, Program program) throws SQLException {
        return new BenchDatabase(program, system.running().folder(), system.postgres(), () -> {});
    }

    /** A checkpoint then comes before every measured piece and not within one, for contender and references alike. */
    void putOffCheckpoints() throws SQLException {
        execute("alter system set max_wal_size = '64GB'");
        execute("alter system set checkpoint_timeout = '1h'");
        execute("select pg_reload_conf()");
    }

    private String secret(String name) {
        return folder.secrets().of(name);
    }

    /** The service's connections. */
    DataSource source() {
        return pool;
    }

    /** A connection above all rights. */
    Connection superuser() throws SQLException {
        Connection connection = server.connect(program.database());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = " + program.database());
        }
        return connection;
    }

    /** Does something above all rights. */
    void execute(String... statements) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The only value of a query above all rights, as text. */
    String value(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void close() {
        pool.close();
        end.run();
    }
}
