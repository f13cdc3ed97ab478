package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.events.BenefitQuoted.PlanQuote;
import jp.nenkin.events.QuoteBasis;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.account.Refusal;
import jp.nenkin.ledger.benefit.Entitlement.Due;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Payment;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.problem.LedgerProblem;

/**
 * Payments with four eyes: one officer proposes what the newest binding quote says, another person approves it while it
 * still holds, and the accounts are closed.
 *
 * <p>Source: domain rules, section 4 (lump sum).
 */
@ApplicationScoped
class Payments {
    private static final int MOST = 1_000;
    // A day further off is a slip of the pen: what is due may change until then, and the accounts would be closed.
    private static final Period AHEAD = Period.ofMonths(3);

    private final PaymentTable table;
    private final Recordings recordings;
    private final Quotes quotes;
    private final Deferrals deferrals;
    private final Ids ids;
    private final Clock clock;

    Payments(PaymentTable table, Recordings recordings, Quotes quotes, Deferrals deferrals, Ids ids, Clock clock) {
        this.table = table;
        this.recordings = recordings;
        this.quotes = quotes;
        this.deferrals = deferrals;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A payment as an officer asks for it.
     *
     * @param quote the number of the binding quote whose figures are to be paid
     */
    record Wish(MemberNumber member, int quote, LocalDate paidOn) {}

    /**
     * Puts a payment up for approval; refused unless the quote says what is due, the day is near enough, and no other
     * payment of it is proposed.
     */
    PaymentProposal propose(Wish wish, Caller.Officer officer) {
        MemberAccounts accounts = recordings.begin(List.of(wish.member())).accounts(wish.member());
        refuseUnpayable(accounts);
        BenefitQuoted newest = inEffect(accounts)
                .filter(quote -> quote.number() == wish.quote())
                .orElseThrow(() -> Problem.of(LedgerProblem.QUOTE_NOT_IN_EFFECT));
        table.standing(wish.member(), newest.number()).ifPresent(Payments::refuseStanding);
        Deferrals.refuseBefore(earliest(newest), wish.paidOn());
        refuseTooLate(wish.paidOn());
        PaymentProposal proposal = new PaymentProposal(
                ids.next(),
                wish.member(),
                newest,
                wish.paidOn(),
                officer.id(),
                officer.name(),
                clock.instant(),
                null,
                null,
                null,
                null);
        table.insert(proposal);
        return proposal;
    }

    /**
     * Approves a payment that somebody else proposed and records it; refused once its figures have changed. What was
     * proposed by an earlier quote is withdrawn with it.
     */
    PaymentProposal approve(UUID id, Caller.Officer officer) {
        MemberNumber member = find(id).member();
        Recording recording = recordings.begin(List.of(member));
        // Read once more: nobody else can approve a payment to this member any more.
        PaymentProposal proposal = find(id);
        if (proposal.proposer().equals(officer.id())) {
            throw Problem.of(LedgerProblem.SAME_OFFICER);
        }
        refuseWithdrawn(proposal);
        refuseApproved(proposal);
        MemberAccounts accounts = recording.accounts(member);
        boolean unchanged =
                inEffect(accounts).filter(proposal.figures()::equals).isPresent()
                        && !proposal.paidOn().isBefore(earliest(proposal.figures()));
        if (!unchanged) {
            throw Problem.of(LedgerProblem.PAYMENT_FIGURES_CHANGED);
        }
        refuseUnpayable(accounts);
        record(recording, proposal);
        Instant now = clock.instant();
        table.approve(id, officer, now);
        // A payment of an earlier quote could never be approved any more, and would wait for ever.
        table.withdrawOpen(member, officer, now);
        return find(id);
    }

    /** Takes a proposal back before anybody approves it: any officer may, who proposed it too. */
    PaymentProposal withdraw(UUID id, Caller.Officer officer) {
        // Under the member's lock, so that nobody approves it meanwhile.
        recordings.begin(List.of(find(id).member()));
        PaymentProposal proposal = find(id);
        refuseWithdrawn(proposal);
        refuseApproved(proposal);
        table.withdraw(id, officer, clock.instant());
        return find(id);
    }

    private static void record(Recording recording, PaymentProposal proposal) {
        BenefitQuoted figures = proposal.figures();
        Payment payment = new Payment(
                proposal.id(),
                proposal.paidOn(),
                figures.life(),
                figures.plans().stream().map(PlanQuote::plan).collect(Collectors.toSet()));
        switch (recording.record(proposal.member(), payment)) {
            case Outcome.Changes changes -> recording.finish();
            case Outcome.Retroactive retroactive -> throw new IllegalStateException(payment + " was left undecided");
            case Outcome.Refused(Refusal refusal, String detail) -> throw Deferrals.refused(refusal, detail);
        }
    }

    /** The newest quote where it says what is due now. */
    private Optional<BenefitQuoted> inEffect(MemberAccounts accounts) {
        return quotes.entitlement(accounts) instanceof Due due
                ? quotes.newest(accounts.member()).filter(quote -> Quotes.isOf(quote, due))
                : Optional.empty();
    }

    private void refuseUnpayable(MemberAccounts accounts) {
        boolean owed = quotes.entitlement(accounts) instanceof Due due && due.basis() == QuoteBasis.SHORTFALL;
        BenefitStanding standing = BenefitStanding.of(accounts);
        if (standing != BenefitStanding.PAYABLE && !owed) {
            throw standing.refusal(accounts);
        }
    }

    private static void refuseWithdrawn(PaymentProposal proposal) {
        if (proposal.isWithdrawn()) {
            throw Problem.of(LedgerProblem.PAYMENT_WITHDRAWN);
        }
    }

    private void refuseTooLate(LocalDate paidOn) {
        LocalDate latest = LocalDate.now(clock).plus(AHEAD);
        if (paidOn.isAfter(latest)) {
            throw Problem.of(LedgerProblem.PAYMENT_DAY_TOO_LATE).with("latest", latest);
        }
    }

    private static void refuseStanding(PaymentProposal proposal) {
        refuseApproved(proposal);
        throw Problem.of(LedgerProblem.PAYMENT_ALREADY_PROPOSED).with("payment", proposal.id());
    }

    private static void refuseApproved(PaymentProposal proposal) {
        if (proposal.isApproved()) {
            throw Problem.of(LedgerProblem.PAYMENT_ALREADY_APPROVED);
        }
    }

    private LocalDate earliest(BenefitQuoted quote) {
        LocalDate asOf = Objects.requireNonNull(quote.asOf(), "a quote of nothing is not paid");
        LocalDate lostOn = Objects.requireNonNull(quote.lostOn(), "a quote of nothing is not paid");
        return deferrals.earliest(MemberNumber.parse(quote.memberNumber()), asOf.isAfter(lostOn) ? asOf : lostOn);
    }

    /** A payment; 404 when there is none. */
    PaymentProposal find(UUID id) {
        return table.find(id).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    /** The payments proposed to a member, oldest first. */
    List<PaymentProposal> of(MemberNumber member) {
        return table.of(member);
    }

    /** The payments that wait for another officer, oldest first. */
    List<PaymentProposal> open() {
        return table.open(MOST);
    }
}
