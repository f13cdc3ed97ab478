package jp.nenkin.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import jp.nenkin.ledger.journal.Database;
import org.jboss.logging.Logger;

/** Carries out verifications that were asked for, one at a time, on one instance at a time; outside any transaction. */
@ApplicationScoped
public class VerificationWorker {
    private static final Logger LOG = Logger.getLogger(VerificationWorker.class);
    private static final int LOCK = 7105;

    private final JournalSessions sessions;
    private final Verifier verifier;
    private final Clock clock;

    public VerificationWorker(DataSource source, Clock clock) {
        this.sessions = new JournalSessions(source);
        this.verifier = new Verifier(source);
        this.clock = clock;
    }

    /** Carries out those that are open, those too whose worker has died. */
    public void work() {
        boolean more = open().isPresent();
        while (more) {
            more = sessions.alone(LOCK, session -> open().map(this::carryOut)).isPresent();
        }
    }

    private Optional<Verification> open() {
        return sessions.transaction(database -> table(database).open());
    }

    private Verification carryOut(Verification verification) {
        try {
            Verifier.Report report = verify(verification);
            report.findings().stream()
                    .limit(10)
                    .forEach(finding -> LOG.errorf("Verification %s: %s", verification.id(), finding.text()));
            sessions.transaction(database -> {
                table(database).complete(verification.id(), report, clock.instant());
                return verification;
            });
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "Verification %s failed", verification.id());
            sessions.transaction(database -> {
                table(database).fail(verification.id(), String.valueOf(fault.getMessage()), clock.instant());
                return verification;
            });
        }
        return verification;
    }

    private Verifier.Report verify(Verification verification) {
        UUID run = verification.runId();
        Verifier.Progress progress = (done, total) -> progress(verification.id(), done, total);
        return run == null
                ? verifier.verify(verification.published(), progress)
                : verifier.verify(run, verification.published(), progress);
    }

    private void progress(UUID id, int done, int total) {
        boolean _ = sessions.transaction(database -> {
            table(database).progress(id, done, total);
            return true;
        });
    }

    private static VerificationTable table(Database database) {
        return new VerificationTable(database);
    }
}
