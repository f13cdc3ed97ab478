package jp.nenkin.auth.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Database;

/** The rows of recovery, which something opens, and of recovery_request: members who wait for a letter. */
@ApplicationScoped
class RecoveryTable {
    private static final String INSERT = """
            INSERT INTO recovery (id, member_number, kind, secret_hash, opened_at, expires_at, opened_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String OPEN_BY = """
            SELECT id, member_number, opened_at
              FROM recovery
             WHERE secret_hash = ? AND kind = ANY (?) AND used_at IS NULL AND expires_at > ?
            """;
    private static final String WITHDRAW = """
            UPDATE recovery SET used_at = ? WHERE member_number = ? AND kind = ? AND used_at IS NULL
            """;
    private static final String REQUEST = """
            INSERT INTO recovery_request (member_number, asked_at) VALUES (?, ?)
                ON CONFLICT (member_number) DO NOTHING
            """;

    private final Database database;

    RecoveryTable(Database database) {
        this.database = database;
    }

    /** What is to be opened. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record New(Recovery recovery, Recovery.Kind kind, byte[] secretHash, Instant expiresAt, String openedBy) {}

    /** In place of those of its kind before, which open nothing any more. */
    void insert(New opened) {
        Recovery recovery = opened.recovery();
        database.update(WITHDRAW, statement -> {
            statement.setObject(1, utc(recovery.openedAt()));
            statement.setString(2, recovery.memberNumber());
            statement.setString(3, opened.kind().name());
        });
        database.update(INSERT, statement -> {
            statement.setObject(1, recovery.id());
            statement.setString(2, recovery.memberNumber());
            statement.setString(3, opened.kind().name());
            statement.setBytes(4, opened.secretHash());
            statement.setObject(5, utc(recovery.openedAt()));
            statement.setObject(6, utc(opened.expiresAt()));
            statement.setString(7, opened.openedBy());
        });
    }

    Optional<Recovery> openBy(byte[] secretHash, List<Recovery.Kind> kinds, Instant now) {
        Object[] names = kinds.stream().map(Recovery.Kind::name).toArray();
        return database.first(
                OPEN_BY,
                statement -> {
                    statement.setBytes(1, secretHash);
                    statement.setArray(2, statement.getConnection().createArrayOf("text", names));
                    statement.setObject(3, utc(now));
                },
                RecoveryTable::recovery);
    }

    void used(UUID id, Instant now) {
        database.update("UPDATE recovery SET used_at = ? WHERE id = ?", statement -> {
            statement.setObject(1, utc(now));
            statement.setObject(2, id);
        });
    }

    void request(String memberNumber, Instant now) {
        database.update(REQUEST, statement -> {
            statement.setString(1, memberNumber);
            statement.setObject(2, utc(now));
        });
    }

    void fulfil(String memberNumber) {
        database.update(
                "DELETE FROM recovery_request WHERE member_number = ?",
                statement -> statement.setString(1, memberNumber));
    }

    /** A member who has no address that holds, and asked for a way in. */
    record Request(String memberNumber, Instant askedAt) {}

    /** The oldest first. */
    List<Request> requests(int most) {
        return database.query(
                "SELECT member_number, asked_at FROM recovery_request ORDER BY asked_at LIMIT ?",
                statement -> statement.setInt(1, most),
                row -> new Request(row.getString("member_number"), instant(row, "asked_at")));
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        return new Recovery(row.getObject("id", UUID.class), row.getString("member_number"), instant(row, "opened_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
