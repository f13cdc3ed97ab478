package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.events.Filing;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.FactsInEffect;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralCancelled;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.MemberFactCodec;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.problem.LedgerProblem;

/** What a leaver chooses: to be paid later, and when that ends. */
@ApplicationScoped
class Deferrals {
    private final Recordings recordings;
    private final Journal journal;
    private final Clock clock;

    Deferrals(Recordings recordings, Journal journal, Clock clock) {
        this.recordings = recordings;
        this.journal = journal;
        this.clock = clock;
    }

    /** Records a deferral of somebody who has left with a right and has chosen nothing yet. */
    MemberAccounts begin(MemberNumber member, Deferral deferral) {
        Recording recording = recordings.begin(List.of(member));
        MemberAccounts accounts = recording.accounts(member);
        BenefitStanding standing = BenefitStanding.of(accounts);
        if (standing != BenefitStanding.PAYABLE) {
            throw standing.refusal(accounts);
        }
        // People defer when they leave: what was received before the loss counts from it.
        refuseBefore(acquiredOn(accounts), deferral.application().receivedOn());
        if (deferral.until() != null) {
            refuseBefore(lostOn(accounts), deferral.until());
        }
        return recorded(recording, member, deferral);
    }

    /** Takes back what was recorded last since the acquisition: a deferral, or the end of one or of waiting. */
    MemberAccounts cancel(MemberNumber member, Filing cancellation) {
        Recording recording = recordings.begin(List.of(member));
        MemberAccounts accounts = recording.accounts(member);
        BenefitStanding standing = BenefitStanding.of(accounts);
        boolean paid = accounts.ofLife(accounts.life()).stream().anyMatch(Closed.class::isInstance);
        if (paid) {
            throw BenefitStanding.PAID.refusal(accounts);
        }
        if (standing == BenefitStanding.MEMBER || standing == BenefitStanding.NO_RIGHT) {
            throw standing.refusal(accounts);
        }
        LocalDate acquiredOn = acquiredOn(accounts);
        UUID cancelled = choices(member)
                .filter(choice ->
                        !(choice instanceof Payment) && !choice.effectiveOn().isBefore(acquiredOn))
                .reduce((earlier, later) -> later)
                .flatMap(MemberFact::filing)
                .map(Filing::id)
                .orElseThrow(() -> Problem.of(LedgerProblem.BENEFIT_NOT_DEFERRED));
        return recorded(recording, member, new DeferralCancelled(cancelled, cancellation));
    }

    /** Ends a deferral or waiting on a day that has come. */
    MemberAccounts end(MemberNumber member, DeferralEnd end) {
        Recording recording = recordings.begin(List.of(member));
        MemberAccounts accounts = recording.accounts(member);
        BenefitStanding standing = BenefitStanding.of(accounts);
        if (standing != BenefitStanding.DEFERRED) {
            throw standing.refusal(accounts);
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        if (end.endedOn().isAfter(today)) {
            throw Problem.of(LedgerProblem.DAY_IN_THE_FUTURE).with("today", today.toString());
        }
        refuseBefore(earliest(member, lostOn(accounts)), end.endedOn());
        return recorded(recording, member, end);
    }

    private static MemberAccounts recorded(Recording recording, MemberNumber member, MemberFact fact) {
        switch (recording.record(member, fact)) {
            case Outcome.Changes changes -> recording.finish();
            case Outcome.Retroactive retroactive -> throw new IllegalStateException(fact + " was left undecided");
            case Outcome.Refused(Refusal refusal, String detail) -> throw refused(refusal, detail);
        }
        return recording.accounts(member);
    }

    /** What the accounts refuse for a reason that was not seen before. */
    static Problem refused(Refusal refusal, String detail) {
        return Problem.of(LedgerProblem.BENEFIT_REFUSED)
                .with("rule", refusal.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("reason", detail);
    }

    static void refuseBefore(LocalDate earliest, LocalDate day) {
        if (day.isBefore(earliest)) {
            throw Problem.of(LedgerProblem.BENEFIT_DAY_TOO_EARLY).with("earliest", earliest.toString());
        }
    }

    /** The last day that a choice or payment of the benefit is on record with: facts keep their order by these days. */
    LocalDate earliest(MemberNumber member, LocalDate since) {
        return choices(member)
                .map(MemberFact::effectiveOn)
                .reduce(since, (earlier, day) -> day.isAfter(earlier) ? day : earlier);
    }

    /** The choices and payments of the benefit that hold, in the order in which they were recorded. */
    private Stream<MemberFact> choices(MemberNumber member) {
        List<MemberFact> facts = journal.history(StreamId.of(member)).stream()
                .map(row -> MemberFactCodec.read(row.type(), row.payload()))
                .toList();
        List<MemberFact> inEffect = FactsInEffect.of(facts);
        return facts.stream()
                .filter(fact -> fact instanceof Deferral || fact instanceof DeferralEnd || fact instanceof Payment)
                .filter(inEffect::contains);
    }

    private static LocalDate acquiredOn(MemberAccounts accounts) {
        return accounts.ofLife(accounts.life()).stream()
                .flatMap(state -> MemberAccounts.opened(state).stream())
                .map(opened -> opened.membership().acquiredOn())
                .max(LocalDate::compareTo)
                .orElseThrow(() -> Problem.of(LedgerProblem.STILL_A_MEMBER));
    }

    private static LocalDate lostOn(MemberAccounts accounts) {
        return accounts.ofLife(accounts.life()).stream()
                .flatMap(state -> lostOn(state).stream())
                .max(LocalDate::compareTo)
                .orElseThrow(() -> Problem.of(LedgerProblem.STILL_A_MEMBER));
    }

    private static Optional<LocalDate> lostOn(AccountState state) {
        if (state instanceof Closed closed) {
            return Optional.of(closed.loss().lostOn());
        }
        return MemberAccounts.opened(state).filter(Left.class::isInstance).map(opened -> ((Left) opened).lostOn());
    }
}
