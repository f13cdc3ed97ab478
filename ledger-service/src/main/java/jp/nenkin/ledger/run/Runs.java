package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.journal.Database;

/** Requesting runs and looking at them; a worker takes up what is open. */
@ApplicationScoped
public class Runs {
    private static final int TRIES = 3;

    private final RunTable table;

    Runs(RunTable table) {
        this.table = table;
    }

    public static Runs on(DataSource source) {
        return new Runs(new RunTable(new Database(source)));
    }

    /** Opens a run, once per kind and period, one at a time. */
    public Requested request(RunRequest request) {
        for (int tries = 0; tries < TRIES; tries++) {
            if (table.insert(request)) {
                return new Requested.Accepted(find(request.id()).orElseThrow());
            }
            Optional<Run> same = standing(request.kind(), request.period());
            if (same.isPresent()) {
                return new Requested.Existing(same.get());
            }
            Optional<Run> open = table.open();
            if (open.isPresent()) {
                return new Requested.Busy(open.get());
            }
            // What stood in the way has ended meanwhile.
        }
        throw new IllegalStateException("runs end as fast as this one is requested: " + request);
    }

    public Optional<Run> find(UUID id) {
        return table.find(id);
    }

    /** The run of a period, open or completed. */
    public Optional<Run> standing(RunKind kind, String period) {
        return table.standing(kind, period);
    }

    /** The newest runs, newest first. */
    public List<Run> newest(int most) {
        return table.newest(most);
    }

    /** Gives an open run up; its worker, if any, stops. */
    public boolean abandon(Run run, String reason) {
        return table.end(run.number(), RunStatus.ABANDONED, reason);
    }
}
