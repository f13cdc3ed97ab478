package jp.nenkin.notice.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.nenkin.events.MessageKind;
import jp.nenkin.kit.Database;
import org.jspecify.annotations.Nullable;

/** The messages of all inboxes. */
@ApplicationScoped
class MessageTable {
    private static final String COLUMNS =
            "SELECT id, member_number, kind, fiscal_year, name, delivered_at, read_at FROM message ";
    private static final String INSERT = """
            INSERT INTO message (id, member_number, kind, fiscal_year, name, delivered_at)
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::timestamptz[])
            """;
    private static final String NEWEST = COLUMNS + """
             WHERE member_number = ?
               AND (?::uuid IS NULL
                    OR (delivered_at, id) < (SELECT delivered_at, id FROM message WHERE id = ? AND member_number = ?))
             ORDER BY delivered_at DESC, id DESC
             LIMIT ?
            """;

    private final Database database;

    MessageTable(Database database) {
        this.database = database;
    }

    void insert(List<Message> messages) {
        database.update(INSERT, statement -> {
            Columns columns = new Columns(messages);
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", columns.of(Message::id)));
            statement.setArray(2, statement.getConnection().createArrayOf("text", columns.of(Message::memberNumber)));
            statement.setArray(
                    3,
                    statement
                            .getConnection()
                            .createArrayOf(
                                    "text", columns.of(message -> message.kind().name())));
            statement.setArray(4, statement.getConnection().createArrayOf("integer", columns.of(Message::fiscalYear)));
            statement.setArray(5, statement.getConnection().createArrayOf("text", columns.of(Message::name)));
            statement.setArray(
                    6,
                    statement
                            .getConnection()
                            .createArrayOf("timestamptz", columns.of(message -> utc(message.deliveredAt()))));
        });
    }

    /** A member's messages, newest first. */
    List<Message> newest(String memberNumber, @Nullable UUID after, int most) {
        return database.query(
                NEWEST,
                statement -> {
                    statement.setString(1, memberNumber);
                    statement.setObject(2, after);
                    statement.setObject(3, after);
                    statement.setString(4, memberNumber);
                    statement.setInt(5, most);
                },
                MessageTable::message);
    }

    Optional<Message> find(String memberNumber, UUID id) {
        return database.first(
                COLUMNS + "WHERE member_number = ? AND id = ?",
                statement -> {
                    statement.setString(1, memberNumber);
                    statement.setObject(2, id);
                },
                MessageTable::message);
    }

    long unread(String memberNumber) {
        return database.first(
                        "SELECT count(*) FROM message WHERE member_number = ? AND read_at IS NULL",
                        statement -> statement.setString(1, memberNumber),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Whether it is marked now and was not before. */
    boolean markRead(UUID id, Instant at) {
        return database.update("UPDATE message SET read_at = ? WHERE id = ? AND read_at IS NULL", statement -> {
                    statement.setObject(1, utc(at));
                    statement.setObject(2, id);
                })
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Message message(ResultSet row) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("member_number"),
                MessageKind.valueOf(row.getString("kind")),
                row.getInt("fiscal_year"),
                row.getString("name"),
                row.getObject("delivered_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    /** Messages as the arrays of their columns. */
    private record Columns(List<Message> messages) {
        Object[] of(Function<Message, Object> column) {
            return messages.stream().map(column).toArray();
        }
    }
}
