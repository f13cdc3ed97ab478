package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Recovery;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.problem.LedgerProblem;

/**
 * What was paid too much: cases that officers decide with four eyes.
 *
 * <p>Source: domain rules, section 6 (corrections after a payment). The balance stays as it is either way; what is
 * recovered counts as never paid, what is waived as paid.
 */
@ApplicationScoped
class Excesses {
    private static final int MOST = 1_000;

    private final ExcessTable table;
    private final Recordings recordings;
    private final Ids ids;
    private final Clock clock;

    Excesses(ExcessTable table, Recordings recordings, Ids ids, Clock clock) {
        this.table = table;
        this.recordings = recordings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Excesses with something still to be decided, oldest first. */
    List<Excess> undecided() {
        return table.undecided(MOST);
    }

    /** Puts a decision about all that is open up for approval. */
    Excess.Decision propose(AccountId account, Excess.Outcome outcome, String reason, Caller.Officer officer) {
        StreamId stream = StreamId.of(account);
        Excess excess = table.of(stream).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        if (excess.open() == 0) {
            throw Problem.of(LedgerProblem.EXCESS_ALREADY_DECIDED);
        }
        UUID id = ids.next();
        table.propose(
                new Excess.Decision(
                        id,
                        stream,
                        excess.open(),
                        outcome,
                        reason,
                        officer.id(),
                        officer.name(),
                        clock.instant(),
                        null,
                        null),
                officer);
        return find(id);
    }

    /**
     * Approves a decision of somebody else, which takes effect; refused once it is about another amount than what is
     * open.
     */
    Excess.Decision approve(UUID id, Caller.Officer officer) {
        // Under the member's lock, so that no correction changes the excess meanwhile.
        Recording recording = recordings.begin(List.of(find(id).stream().member()));
        Excess.Decision decision = find(id);
        if (decision.proposedBy().equals(officer.id())) {
            throw Problem.of(LedgerProblem.SAME_OFFICER);
        }
        boolean open = decision.approvedAt() == null
                && table.of(decision.stream())
                        .filter(excess -> excess.open() == decision.amount())
                        .isPresent();
        if (!open) {
            throw Problem.of(LedgerProblem.EXCESS_ALREADY_DECIDED);
        }
        switch (decision.outcome()) {
            case RECOVERED -> recover(recording, decision);
            case WAIVED -> table.waive(decision);
        }
        table.approve(id, officer, clock.instant());
        return find(id);
    }

    /** Decisions that wait for another officer, oldest first. */
    List<Excess.Decision> waiting() {
        return table.waiting(MOST);
    }

    /** Decisions about what was paid too much to a member, oldest first. */
    List<Excess.Decision> of(MemberNumber member) {
        return table.decisions(member);
    }

    /** A decision; 404 when there is none. */
    Excess.Decision find(UUID id) {
        return table.decision(id).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    private void recover(Recording recording, Excess.Decision decision) {
        AccountId account = decision.stream().account();
        Recovery recovery = new Recovery(
                decision.id(),
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                account.life(),
                account.plan(),
                new Yen(decision.amount()));
        switch (recording.record(account.member(), recovery)) {
            case Outcome.Changes changes -> recording.finish();
            case Outcome.Retroactive retroactive -> throw new IllegalStateException(recovery + " was left undecided");
            case Outcome.Refused(Refusal refusal, String detail) -> throw Deferrals.refused(refusal, detail);
        }
    }
}
