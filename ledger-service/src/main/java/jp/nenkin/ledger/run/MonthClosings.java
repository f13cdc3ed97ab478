package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import jp.nenkin.events.Topics;
import jp.nenkin.ledger.journal.Database;

/** The months that member-service has closed, as the partitions of member.events bring the news. */
@ApplicationScoped
public class MonthClosings {
    private static final String RECORD = """
            insert into month_closed (month, "partition", received_at) values (?, ?, ?) on conflict do nothing
            """;
    private static final String COUNT = "select count(*) as partitions from month_closed where month = ?";

    private final Database database;
    private final Clock clock;

    MonthClosings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes that one partition has brought the news. */
    public void record(YearMonth month, int partition) {
        database.update(RECORD, statement -> {
            statement.setString(1, month.toString());
            statement.setInt(2, partition);
            statement.setObject(3, OffsetDateTime.now(clock));
        });
    }

    /** Whether every fact filed before the month was closed has arrived: all partitions have brought the news. */
    public boolean isClosed(YearMonth month) {
        long partitions = database.query(
                        COUNT, statement -> statement.setString(1, month.toString()), row -> row.getLong("partitions"))
                .getFirst();
        return partitions == Topics.PARTITIONS;
    }
}
