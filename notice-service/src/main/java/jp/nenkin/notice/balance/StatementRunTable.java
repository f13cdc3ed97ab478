package jp.nenkin.notice.balance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.Database;

/** The statement runs that are done, as the partitions of ledger.events bring the news. */
@ApplicationScoped
class StatementRunTable {
    private static final String NOTE = """
            INSERT INTO statement_run (fiscal_year, "partition", run_id, received_at) VALUES (?, ?, ?, ?)
                ON CONFLICT DO NOTHING
            """;

    private final Database database;
    private final Clock clock;

    StatementRunTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that one partition has brought the news. */
    void note(int fiscalYear, int partition, UUID run) {
        database.update(NOTE, statement -> {
            statement.setInt(1, fiscalYear);
            statement.setInt(2, partition);
            statement.setObject(3, run);
            statement.setObject(4, OffsetDateTime.now(clock));
        });
    }

    boolean isComplete(int fiscalYear) {
        return database.first(
                                "SELECT count(*) FROM statement_run WHERE fiscal_year = ?",
                                statement -> statement.setInt(1, fiscalYear),
                                row -> row.getLong(1))
                        .orElseThrow()
                == Topics.PARTITIONS;
    }
}
