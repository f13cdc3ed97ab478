package jp.nenkin.auth.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jp.nenkin.kit.Database;

/** The rows of counted_try: one for each try that was let through. */
@ApplicationScoped
class TryTable {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('try ' || ? || ' ' || ?, 0))";
    private static final String SINCE = """
            SELECT tried_at FROM counted_try WHERE limit_name = ? AND subject = ? AND tried_at > ? ORDER BY tried_at
            """;
    private static final String INSERT = "INSERT INTO counted_try (limit_name, subject, tried_at) VALUES (?, ?, ?)";

    private final Database database;

    TryTable(Database database) {
        this.database = database;
    }

    /** Others who count the same subject wait until the transaction ends. */
    void lock(Limit limit, String subject) {
        List<Boolean> _ = database.query(
                LOCK,
                statement -> {
                    statement.setString(1, limit.name());
                    statement.setString(2, subject);
                },
                row -> true);
    }

    /** The oldest first. */
    List<Instant> since(Limit limit, String subject, Instant begin) {
        return database.query(
                SINCE,
                statement -> {
                    statement.setString(1, limit.name());
                    statement.setString(2, subject);
                    statement.setObject(3, utc(begin));
                },
                row -> row.getObject("tried_at", OffsetDateTime.class).toInstant());
    }

    void insert(Limit limit, String subject, Instant now) {
        database.update(INSERT, statement -> {
            statement.setString(1, limit.name());
            statement.setString(2, subject);
            statement.setObject(3, utc(now));
        });
    }

    int deleteBefore(Instant end) {
        return database.update(
                "DELETE FROM counted_try WHERE tried_at < ?", statement -> statement.setObject(1, utc(end)));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
