package jp.nenkin.kit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements on the connection of the current transaction, for tables whose SQL is to be seen. */
@ApplicationScoped
public class Database {
    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    /** The rows of a query. */
    public <T> List<T> query(String sql, Binding binding, RowReader<T> reader) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    /** The row of a query that has one at most. */
    public <T> Optional<T> first(String sql, Binding binding, RowReader<T> reader) {
        return query(sql, binding, reader).stream().findFirst();
    }

    /** Changes rows and says how many. */
    public int update(String sql, Binding binding) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            return statement.executeUpdate();
        } catch (SQLException fault) {
            throw new TableFault(fault);
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
}
