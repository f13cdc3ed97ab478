package jp.nenkin.ledger.run;

import java.time.Clock;
import javax.sql.DataSource;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.run.RunSessions.Session;
import jp.nenkin.ledger.run.RunWorker.Pace;

/** Workers whose threads and chunks a test chooses. */
public final class Workers {
    private Workers() {}

    /** A worker as an instance has it, but for its pace. */
    public static RunWorker of(DataSource source, RunRules rules, Clock clock, Pace pace) {
        return new RunWorker(source, new RunDrafts(rules, runs(source), clock), rules, clock, pace);
    }

    /** One with two threads and many chunks. */
    public static RunWorker ofSmallChunks(DataSource source, RunRules rules, Clock clock) {
        return ofChunks(100, source, rules, clock);
    }

    /** One with two threads. */
    public static RunWorker ofChunks(long chunk, DataSource source, RunRules rules, Clock clock) {
        return of(source, rules, clock, new Pace(2, chunk));
    }

    /** The same without what keeps it right while appends go on. */
    public static RunWorker withoutRepair(DataSource source, RunRules rules, Clock clock) {
        return withoutRepair(100, source, rules, clock);
    }

    /** The same with chunks of this size. */
    public static RunWorker withoutRepair(long chunk, DataSource source, RunRules rules, Clock clock) {
        RunDrafts drafts = new RunDrafts(rules, runs(source), clock) {
            @Override
            int repair(Session session, Database database, Run run, int segment) {
                return 0;
            }
        };
        return new RunWorker(source, drafts, rules, clock, new Pace(2, chunk));
    }

    private static RunTable runs(DataSource source) {
        return new RunTable(new Database(source));
    }
}
