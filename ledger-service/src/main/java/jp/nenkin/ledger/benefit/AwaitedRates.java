package jp.nenkin.ledger.benefit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.money.MemberNumber;
import org.jboss.logging.Logger;

/**
 * Members for whom something that was filed waits for the rate of a year: once it is approved, their facts are decided
 * anew, and what was due is credited and quoted.
 *
 * <p>Source: domain rules, section 3 (a loss dated in a year without an approved rate).
 */
@ApplicationScoped
class AwaitedRates {
    private static final Logger LOG = Logger.getLogger(AwaitedRates.class);
    // Small, because a transaction holds up other appends to the same shards.
    private static final int AT_ONCE = 50;
    private static final int MOST = 1_000;

    private final AwaitedRateTable table;
    private final Recordings recordings;
    private final TenantScope scope;

    AwaitedRates(AwaitedRateTable table, Recordings recordings, TenantScope scope) {
        this.table = table;
        this.recordings = recordings;
        this.scope = scope;
    }

    /** Decides all members whose rate has come, some in each transaction. */
    void workOff() {
        boolean more;
        do {
            more = scope.asSystem(() -> QuarkusTransaction.requiringNew().call(this::decideNext));
        } while (more);
    }

    // One instance at a time, and no row is locked before its member's shard: a filing for the same member, which notes
    // its rate under that lock, can then never wait for what waits for it.
    private boolean decideNext() {
        if (!table.isAlone()) {
            return false;
        }
        List<MemberNumber> members = table.due(AT_ONCE);
        if (members.isEmpty()) {
            return false;
        }
        Recording recording = recordings.begin(members);
        members.forEach(member -> decide(member, recording));
        recording.finish();
        return true;
    }

    private void decide(MemberNumber member, Recording recording) {
        switch (recording.again(member)) {
            case Outcome.Changes changes -> table.settle(member);
            case Outcome.Refused refused -> {
                LOG.warnf("Member %s still waits: %s", member, refused.detail());
                table.refuse(member, refused.refusal() + ": " + refused.detail());
            }
            case Outcome.Retroactive retroactive ->
                throw new IllegalStateException("member " + member + " was left undecided");
        }
    }

    /** The members who wait. */
    List<AwaitedRateTable.Awaited> waiting() {
        return table.waiting(MOST);
    }
}
