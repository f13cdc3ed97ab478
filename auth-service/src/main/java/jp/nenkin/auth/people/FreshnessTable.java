package jp.nenkin.auth.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import jp.nenkin.kit.Database;

/** The rows of freshness: when a partition's events had last all been taken in, whichever instance has it. */
@ApplicationScoped
class FreshnessTable {
    private static final String PUT = """
            INSERT INTO freshness (topic, "partition", caught_up_at)
            SELECT ?, p, ? FROM unnest(?::integer[]) AS p
                ON CONFLICT (topic, "partition") DO UPDATE SET caught_up_at = excluded.caught_up_at
            """;
    private static final String OLDEST = """
            SELECT min(caught_up_at) AS oldest FROM freshness HAVING count(*) = ?
            """;

    private final Database database;

    FreshnessTable(Database database) {
        this.database = database;
    }

    void put(String topic, Collection<Integer> partitions, Instant now) {
        database.update(PUT, statement -> {
            statement.setString(1, topic);
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setArray(3, statement.getConnection().createArrayOf("integer", partitions.toArray()));
        });
    }

    /** Empty until each of so many partitions was caught up with once. */
    Optional<Instant> oldest(int partitions) {
        return database.first(
                OLDEST,
                statement -> statement.setInt(1, partitions),
                row -> row.getObject("oldest", OffsetDateTime.class).toInstant());
    }
}
