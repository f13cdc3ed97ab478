package jp.nenkin.ledger.bill;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.run.Run;

/** What a run brought to whom, by establishment and plan, read from the run's own rows. */
@ApplicationScoped
class ControlTotals {
    private static final String TOTALS = """
            select establishment_of(state) as establishment_number, min(stream) as of_the_plan,
                   count(*) as accounts, sum(amount)::bigint as amount
            from journal
            where segment = (select id from segment where run = ?) and type <> 'CARRIED' and stream % 10000 <> 0
            group by establishment_of(state), stream % 10000 / 1000
            order by 1, stream % 10000 / 1000
            """;

    private final Database database;

    ControlTotals(Database database) {
        this.database = database;
    }

    /**
     * What a run brought the accounts of one establishment and plan.
     *
     * @param accounts how many of them it gave an event
     * @param amount yen
     */
    record OfPlan(String establishmentNumber, Plan plan, long accounts, long amount) {}

    /** By establishment, then plan; nothing for a run without events of accounts. */
    List<OfPlan> of(Run run) {
        return database.query(TOTALS, statement -> statement.setLong(1, run.number()), ControlTotals::total);
    }

    private static OfPlan total(ResultSet row) throws SQLException {
        return new OfPlan(
                row.getString("establishment_number"),
                new StreamId(row.getLong("of_the_plan")).account().plan(),
                row.getLong("accounts"),
                row.getLong("amount"));
    }
}
