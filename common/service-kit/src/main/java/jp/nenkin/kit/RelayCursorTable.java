package jp.nenkin.kit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;

/** How far each source has been sent, and the lock of the one who sends. */
@ApplicationScoped
class RelayCursorTable {
    private final AgroalDataSource database;
    private final Clock clock;

    RelayCursorTable(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A position as it was read. */
    record Cursor(String name, int era, String position) {}

    /** The oldest transaction that still runs: while it is the same, a {@link RelaySource} gets no new row to read. */
    String settled() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT pg_snapshot_xmin(pg_current_snapshot())::text");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    /** Takes the lock until the transaction ends; false if another instance has it. */
    boolean lock(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended('relay ' || ?, 0))")) {
            lock.setString(1, name);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    Cursor read(String name) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT era, position FROM relay_cursor WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Cursor(name, row.getInt(1), row.getString(2)) : begin(connection, name);
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    /** Moves it from the value read and from no other: whoever has lost the lock meanwhile must not turn it back. */
    void move(Cursor read, String position) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        UPDATE relay_cursor SET position = ?, moved_at = ?
                         WHERE name = ? AND era = ? AND position = ?
                        """)) {
            update.setString(1, position);
            update.setObject(2, OffsetDateTime.now(clock));
            update.setString(3, read.name());
            update.setInt(4, read.era());
            update.setString(5, read.position());
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("The cursor is no longer at " + read);
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    private Cursor begin(Connection connection, String name) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO relay_cursor (name, position, moved_at) VALUES (?, '', ?)")) {
            insert.setString(1, name);
            insert.setObject(2, OffsetDateTime.now(clock));
            insert.executeUpdate();
            return new Cursor(name, 1, "");
        }
    }
}
