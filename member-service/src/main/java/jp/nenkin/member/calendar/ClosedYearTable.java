package jp.nenkin.member.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import jp.nenkin.kit.Database;

/** The fiscal years that the fund has closed, as the ledger has told. */
@ApplicationScoped
public class ClosedYearTable {
    private final Database database;
    private final Clock clock;

    ClosedYearTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Notes a closing within the caller's transaction; the same one is told once per partition. */
    public void note(int fiscalYear, Instant closedAt) {
        database.update(
                "insert into closed_year (fiscal_year, closed_at) values (?, ?) on conflict do nothing", statement -> {
                    statement.setInt(1, fiscalYear);
                    statement.setObject(2, OffsetDateTime.ofInstant(closedAt, clock.getZone()));
                });
    }

    /** The latest fiscal year that is closed, within the caller's transaction. */
    public Optional<Integer> latest() {
        return database.first(
                "select fiscal_year from closed_year order by fiscal_year desc limit 1",
                Database.Binding.NONE,
                row -> row.getInt("fiscal_year"));
    }
}
