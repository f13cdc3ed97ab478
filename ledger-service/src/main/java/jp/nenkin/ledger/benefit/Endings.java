package jp.nenkin.ledger.benefit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.money.MemberNumber;

/**
 * Deferrals and waitings with a last day: on that day they end, and what has been earned is quoted.
 *
 * <p>Source: domain rules, section 4 (a deferral ends at a date or at the old-age right). The month's run ends whatever
 * is left.
 */
@ApplicationScoped
class Endings {
    private final EndingTable table;
    private final Recordings recordings;
    private final TenantScope scope;
    private final Clock clock;

    Endings(EndingTable table, Recordings recordings, TenantScope scope, Clock clock) {
        this.table = table;
        this.recordings = recordings;
        this.scope = scope;
        this.clock = clock;
    }

    /** Ends all that has come, some in each transaction. */
    void workOff() {
        boolean more;
        do {
            more = scope.asSystem(() -> QuarkusTransaction.requiringNew().call(this::endNext));
        } while (more);
    }

    // One instance at a time; no row is locked before its member's shard, as with the rates that are awaited.
    private boolean endNext() {
        if (!table.isAlone()) {
            return false;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<MemberNumber> members = table.due(today);
        if (members.isEmpty()) {
            return false;
        }
        Recording recording = recordings.begin(members);
        // Revisited, so that what a run has ended before is quoted too.
        members.forEach(recording::revisit);
        recording.finish();
        table.settle(members, today);
        return true;
    }
}
