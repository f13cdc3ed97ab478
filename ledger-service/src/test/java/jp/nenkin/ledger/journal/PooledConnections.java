package jp.nenkin.ledger.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections that are given back when they are closed, as a service's pool has it; they end with the process. */
public class PooledConnections extends ServiceConnections {
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    public PooledConnections(String url, String password) {
        super(url, password);
    }

    @Override
    public Connection connect() throws SQLException {
        Connection waiting = idle.poll();
        return lent(waiting == null ? super.connect() : waiting);
    }

    /** Is told of each statement and commit before it begins. */
    protected void begins(String statement) {}

    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                PooledConnections.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            giveBack(connection);
                            return null;
                        }
                        case "prepareStatement" -> begins((String) given[0]);
                        case "commit" -> begins("commit");
                        default -> {}
                    }
                    try {
                        return method.invoke(connection, given);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
    }

    private void giveBack(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        idle.push(connection);
    }
}
