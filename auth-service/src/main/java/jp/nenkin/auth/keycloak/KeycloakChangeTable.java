package jp.nenkin.auth.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import jp.nenkin.kit.Database;

/** The rows of keycloak_change. */
@ApplicationScoped
class KeycloakChangeTable {
    private static final String INSERT = """
            INSERT INTO keycloak_change (realm, user_id, kind, value, cause, written_at, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    // Of one person the oldest first; whoever else applies takes another person's meanwhile.
    private static final String CLAIM = """
            SELECT id, realm, user_id, kind, value, attempts
              FROM keycloak_change c
             WHERE applied_at IS NULL AND next_attempt_at <= ?
               AND NOT EXISTS (SELECT FROM keycloak_change earlier
                                WHERE earlier.applied_at IS NULL AND earlier.id < c.id
                                  AND earlier.realm = c.realm AND earlier.user_id = c.user_id)
             ORDER BY id
             LIMIT 1
               FOR UPDATE SKIP LOCKED
            """;

    private final Database database;

    KeycloakChangeTable(Database database) {
        this.database = database;
    }

    /** A change to be left, and what it follows from. */
    record Left(Realm realm, String userId, Change change, String cause) {}

    /** A change whose turn has come. */
    record Due(long id, Realm realm, String userId, Change change, int attempts) {}

    void insert(Left left, Instant now) {
        Change.Written change = left.change().written();
        database.update(INSERT, statement -> {
            statement.setString(1, left.realm().label());
            statement.setString(2, left.userId());
            statement.setString(3, change.kind());
            statement.setString(4, change.value());
            statement.setString(5, left.cause());
            statement.setObject(6, utc(now));
            statement.setObject(7, utc(now));
        });
    }

    /** Held until the end of the transaction. */
    Optional<Due> claim(Instant now) {
        return database.first(
                CLAIM,
                statement -> statement.setObject(1, utc(now)),
                row -> new Due(
                        row.getLong("id"),
                        Realm.of(row.getString("realm")),
                        row.getString("user_id"),
                        Change.read(new Change.Written(row.getString("kind"), row.getString("value"))),
                        row.getInt("attempts")));
    }

    void applied(long id, Instant now) {
        database.update(
                "UPDATE keycloak_change SET attempts = attempts + 1, applied_at = ? WHERE id = ?", statement -> {
                    statement.setObject(1, utc(now));
                    statement.setLong(2, id);
                });
    }

    void putOff(long id, Instant next) {
        database.update(
                "UPDATE keycloak_change SET attempts = attempts + 1, next_attempt_at = ? WHERE id = ?", statement -> {
                    statement.setObject(1, utc(next));
                    statement.setLong(2, id);
                });
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
