package jp.nenkin.ledger.journal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import javax.sql.DataSource;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.Ports;
import jp.nenkin.local.PostgresServer;
import jp.nenkin.local.Program;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The ledger's database with its roles and rights; transactions belong to the thread, as under JTA. */
public final class LedgerDatabase implements DataSource, AutoCloseable {
    private static final String NAME = "ledger";
    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private final DataFolder folder;
    private final PostgresServer server;

    private LedgerDatabase(DataFolder folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    public static LedgerDatabase start() {
        DataFolder folder = DataFolder.temporary();
        PostgresServer server = PostgresServer.start(folder, Ports.free().postgres(), PostgresServer.Durability.NONE);
        LedgerDatabase database = new LedgerDatabase(folder, server);
        database.migrate();
        return database;
    }

    /** Brings the schema to its first day, whatever is there. */
    public void migrate() {
        asSuperuser("drop schema if exists ledger cascade");
        asSuperuser("create schema ledger authorization ledger_owner");
        Flyway.configure()
                .dataSource(server.jdbcUrl(NAME), "ledger_migrator", secret(Program.LEDGER.migratorSecret()))
                .initSql("set role ledger_owner")
                .defaultSchema(NAME)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** Does the work in one transaction of the service, in a role as the edge would set it. */
    public <T> T as(String role, Callable<T> work) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            set(connection, "app.role", role);
            CURRENT.set(connection);
            T result = work.call();
            connection.commit();
            return result;
        } catch (RuntimeException fault) {
            throw fault;
        } catch (Exception fault) {
            throw new IllegalStateException(fault);
        } finally {
            CURRENT.remove();
        }
    }

    public <T> T asSystem(Callable<T> work) {
        return as("system", work);
    }

    public static void set(Connection connection, String name, String value) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('" + name + "', '" + value + "', true)");
        }
    }

    /** A connection of the service outside any transaction. */
    public Connection connect() throws SQLException {
        return server.connect(NAME, "ledger_app", secret(Program.LEDGER.appSecret()));
    }

    /** Above all rights, to look and to plant. */
    public void asSuperuser(String sql) {
        try (Connection connection = server.connect(NAME);
                Statement statement = connection.createStatement()) {
            statement.execute("set search_path = ledger");
            statement.execute(sql);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** The first column of a query above all rights, as text. */
    public List<String> look(String sql) {
        try (Connection connection = server.connect(NAME);
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

    @Override
    public void close() {
        server.close();
        folder.delete();
    }

    /** The transaction's connection, which stays open when it is closed, or a new one. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = CURRENT.get();
        return connection == null ? connect() : unclosed(connection);
    }

    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LedgerDatabase.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return server.connect(NAME, user, password);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("nothing wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
