package jp.nenkin.ledger.journal;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A ledger's database as its service reaches it; transactions belong to the thread, as under JTA. */
public class ServiceConnections implements DataSource {
    private static final String USER = "ledger_app";
    private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

    private final String url;
    private final String password;
    private final ConnectionPool pool;

    public ServiceConnections(String url, String password) {
        this(url, password, statement -> {});
    }

    /**
     * The same for who wants to know what is done.
     *
     * @param begins is told of each statement and commit before it begins
     */
    public ServiceConnections(String url, String password, Consumer<String> begins) {
        this.url = url;
        this.password = password;
        this.pool = new ConnectionPool(() -> DriverManager.getConnection(url, USER, password), begins);
    }

    /** Does the work in one transaction of the service, in a role as the edge would set it. */
    public <T> T as(String role, Callable<T> work) {
        try (Connection connection = pool.lend()) {
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

    /** A connection of the service outside any transaction and its pool, which ends when it is closed. */
    public Connection connect() throws SQLException {
        return getConnection(USER, password);
    }

    /** Where it is, for a program that finds it by itself. */
    public String jdbcUrl() {
        return url;
    }

    /** The password of the service's role. */
    public String password() {
        return password;
    }

    /** The transaction's connection, which stays open when it is closed, or one of the pool's. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = CURRENT.get();
        return connection == null ? pool.lend() : unclosed(connection);
    }

    private static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ServiceConnections.class.getClassLoader(),
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
    public Connection getConnection(String user, String secret) throws SQLException {
        return DriverManager.getConnection(url, user, secret);
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
