package jp.nenkin.auth.recovery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Database;
import org.jspecify.annotations.Nullable;

/**
 * The rows of recovery_ask. Every ask makes one, of nobody where nobody was matched: so the answer takes the same work
 * and the same time.
 */
@ApplicationScoped
class AskTable {
    private static final String TAKE = """
            DELETE FROM recovery_ask
             WHERE id = (SELECT id FROM recovery_ask ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, member_number, kind
            """;

    private final Database database;

    AskTable(Database database) {
        this.database = database;
    }

    void insert(UUID id, @Nullable String memberNumber, Recovery.Kind kind, Instant now) {
        database.update(
                "INSERT INTO recovery_ask (id, member_number, kind, asked_at) VALUES (?, ?, ?, ?)", statement -> {
                    statement.setObject(1, id);
                    statement.setString(2, memberNumber == null ? "" : memberNumber);
                    statement.setString(3, kind.name());
                    statement.setObject(4, now.atOffset(ZoneOffset.UTC));
                });
    }

    /** The next, gone when the transaction commits. */
    Optional<Ask> take() {
        return database.first(
                TAKE,
                Database.Binding.NONE,
                row -> new Ask(
                        row.getObject("id", UUID.class),
                        row.getString("member_number"),
                        Recovery.Kind.valueOf(row.getString("kind"))));
    }
}
