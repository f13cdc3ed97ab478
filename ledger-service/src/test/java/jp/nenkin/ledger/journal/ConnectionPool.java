package jp.nenkin.ledger.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;

/** Connections that are given back when they are closed, as a service's pool has it; they end with the process. */
final class ConnectionPool {
    private static final int PATIENCE_SECONDS = 5;

    private final Opener opener;
    private final Consumer<String> begins;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    /**
     * An empty pool.
     *
     * @param begins is told of each statement and commit before it begins
     */
    ConnectionPool(Opener opener, Consumer<String> begins) {
        this.opener = opener;
        this.begins = begins;
    }

    /** Makes a connection when none is idle. */
    @FunctionalInterface
    interface Opener {
        Connection open() throws SQLException;
    }

    Connection lend() throws SQLException {
        Connection waiting = idle.poll();
        while (waiting != null && !waiting.isValid(PATIENCE_SECONDS)) {
            waiting.close();
            waiting = idle.poll();
        }
        return lent(waiting == null ? opener.open() : waiting);
    }

    private Connection lent(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                ConnectionPool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, given) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            giveBack(connection);
                            return null;
                        }
                        case "prepareStatement" -> begins.accept((String) given[0]);
                        case "commit" -> begins.accept("commit");
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
