package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Statements on the connection of the current transaction. */
@ApplicationScoped
public class Database {
    private final Lender lender;

    @Inject
    public Database(DataSource source) {
        this(new Lender() {
            @Override
            public <T> T lend(Work<T> work) throws SQLException {
                try (Connection connection = source.getConnection()) {
                    return work.on(connection);
                }
            }
        });
    }

    private Database(Lender lender) {
        this.lender = lender;
    }

    /** Statements on one connection, whoever's transaction it is in. */
    public static Database on(Connection connection) {
        return new Database(new Lender() {
            @Override
            public <T> T lend(Work<T> work) throws SQLException {
                return work.on(connection);
            }
        });
    }

    /** The rows of a query. */
    public <T> List<T> query(String sql, Binding binding, RowReader<T> reader) {
        return on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    List<T> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(reader.read(rows));
                    }
                    return found;
                }
            }
        });
    }

    /** Changes rows and says how many. */
    public int update(String sql, Binding binding) {
        return on(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                binding.bind(statement);
                return statement.executeUpdate();
            }
        });
    }

    /** Work on the current transaction's connection, or outside a transaction on one that is the work's alone. */
    public <T> T on(Work<T> work) {
        try {
            return lender.lend(work);
        } catch (SQLException fault) {
            throw new DatabaseFault(fault);
        }
    }

    /** Sets a statement's parameters. */
    @FunctionalInterface
    public interface Binding {
        Binding NONE = statement -> {};

        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Reads the row that the cursor stands on. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Where connections come from and who closes them. */
    private interface Lender {
        <T> T lend(Work<T> work) throws SQLException;
    }

    /** Anything done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
