package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.benefit.Estimate.Rules;
import jp.nenkin.ledger.benefit.Estimate.Trial;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFactCodec;
import jp.nenkin.ledger.membership.Replay.Contradiction;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.problem.LedgerProblem;

/** Tries what a member could do, from the facts on record, and stores nothing. */
@ApplicationScoped
class Estimates {
    private final Journal journal;
    private final Recordings recordings;

    Estimates(Journal journal, Recordings recordings) {
        this.journal = journal;
        this.recordings = recordings;
    }

    /**
     * Tries something.
     *
     * @throws Problem 404 for nobody, 422 when the rules forbid it or a year has no rate and none is assumed
     */
    Estimate of(MemberNumber member, Trial trial) {
        List<MemberFact> facts = journal.history(StreamId.of(member)).stream()
                .map(row -> MemberFactCodec.read(row.type(), row.payload()))
                .toList();
        if (facts.isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        Estimate estimate = Estimate.of(member, facts, trial, new Rules(recordings.books(), recordings.right(member)));
        if (!estimate.contradictions().isEmpty()) {
            Contradiction first = estimate.contradictions().getFirst();
            throw Problem.of(LedgerProblem.QUOTE_NOT_POSSIBLE)
                    .with(
                            "rule",
                            first.refusal().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .with("reason", first.detail());
        }
        BenefitStanding.awaited(estimate.accounts()).ifPresent(year -> {
            throw Problem.of(LedgerProblem.RATE_TO_ASSUME_MISSING).with("fiscalYear", year);
        });
        return estimate;
    }

    /** What the loss that was tried, or is on record, gives a right to. */
    Prospect prospect(MemberNumber member, Estimate estimate) {
        return Prospect.of(estimate.accounts(), recordings.right(member));
    }
}
