package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.AccountRestated;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.DeferralBegun;
import jp.nenkin.ledger.account.AccountEvent.EstablishmentMoved;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecorded;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecovered;
import jp.nenkin.ledger.account.AccountEvent.InterestAdjusted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.InterestEnded;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountEvent.RateAwaited;
import jp.nenkin.ledger.account.AccountEvent.TransferAdjusted;
import jp.nenkin.ledger.account.AccountEvent.TransferCredited;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Early;
import jp.nenkin.ledger.account.AccountState.Earning;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** From state to state: what each event makes of an account; an event that cannot follow is corruption. */
public final class AccountEvolution {
    private AccountEvolution() {}

    /**
     * The account after an event.
     *
     * @throws IllegalStateException when the event cannot follow, or its balance is not the one it leads to
     */
    public static AccountState evolve(AccountState state, AccountEvent event) {
        AccountState evolved = switch (event) {
            case AccountOpened opened -> opened(state, opened);
            case BalanceTakenOver taken -> takenOver(state, taken);
            case BaseSalaryRecorded recorded -> recorded(state, recorded);
            case EstablishmentMoved moved -> moved(state, moved);
            case TransferCredited credited -> posted(state, YearMonth.from(credited.valueDate()), credited);
            case TransferAdjusted adjusted -> posted(state, YearMonth.from(adjusted.valueDate()), adjusted);
            case ContributionPosted posted -> posted(state, posted);
            case ContributionAdjusted adjusted -> posted(state, adjusted.month(), adjusted);
            case InterestCredited credited -> credited(state, credited);
            case InterestAdjusted adjusted -> shifted(state, adjusted);
            case MembershipEnded ended -> MembershipTurns.ended(state, ended);
            case MembershipResumed resumed -> MembershipTurns.resumed(state, resumed);
            case RateAwaited awaited -> new RatePending(opened(state, event), awaited.year());
            case DeferralBegun begun -> deferred(state, begun);
            case InterestEnded ended -> ended(state, ended);
            case LumpSumPaid paid -> paid(state, paid);
            case ExcessRecorded recorded -> excess(state, recorded);
            case ExcessRecovered recovered -> recovered(state, recovered);
            case AccountRestated restated -> restated.state();
        };
        Yen expected = state.balance().plus(event.amount());
        if (!evolved.balance().equals(event.balance()) || !expected.equals(event.balance())) {
            throw new IllegalStateException(event + " does not lead to its balance: " + evolved);
        }
        return evolved;
    }

    private static AccountState opened(AccountState state, AccountOpened event) {
        if (!(state instanceof Unopened)) {
            throw cannotFollow(state, event);
        }
        Membership membership = event.membership();
        YearMonth first = YearMonth.from(event.valueDate());
        BaseSalaries salaries = salaries(first, membership.establishment(), event.baseSalary(), event.filing());
        if (event.takeOver()) {
            return new AwaitingBalance(event.account(), membership, salaries);
        }
        Accrual accrual = Accrual.startingOn(event.valueDate());
        return event.waiting()
                ? new Early(event.account(), membership, accrual)
                : new Active(event.account(), membership, Contributions.from(first, salaries), accrual);
    }

    static BaseSalaries salaries(
            YearMonth first, EstablishmentNumber establishment, @Nullable Yen amount, Filing filing) {
        return amount == null
                ? BaseSalaries.NONE
                : BaseSalaries.NONE.with(new BaseSalary(first, establishment, amount, filing));
    }

    private static AccountState takenOver(AccountState state, BalanceTakenOver event) {
        if (!(state instanceof AwaitingBalance awaiting)) {
            throw cannotFollow(state, event);
        }
        Accrual accrual = Accrual.after(event.creditedOn(), event.amount());
        Contributions contributions = Contributions.from(YearMonth.from(accrual.from()), awaiting.baseSalaries());
        return new Active(event.account(), awaiting.membership(), contributions, accrual);
    }

    private static AccountState recorded(AccountState state, BaseSalaryRecorded event) {
        YearMonth from = YearMonth.from(event.effectiveFrom());
        if (state instanceof AwaitingBalance awaiting) {
            BaseSalary salary =
                    new BaseSalary(from, awaiting.membership().establishment(), event.baseSalary(), event.filing());
            return new AwaitingBalance(
                    awaiting.account(),
                    awaiting.membership(),
                    awaiting.baseSalaries().with(salary));
        }
        Active active = active(state, event);
        Contributions contributions = active.contributions();
        EstablishmentNumber at = contributions
                .baseSalaries()
                .of(from)
                .map(BaseSalary::establishment)
                .orElse(active.membership().establishment());
        return with(active, new BaseSalary(from, at, event.baseSalary(), event.filing()));
    }

    private static AccountState moved(AccountState state, EstablishmentMoved event) {
        Active active = active(state, event);
        Membership membership = active.membership().movedTo(event.establishment());
        Active there = new Active(active.account(), membership, active.contributions(), active.accrual());
        if (!active.account().isOrdinary()) {
            return there;
        }
        Yen amount = event.baseSalary() == null ? Yen.ZERO : event.baseSalary();
        return with(
                there, new BaseSalary(YearMonth.from(event.movedOn()), event.establishment(), amount, event.filing()));
    }

    /** With one more base salary, and without those that no month after the last crediting is computed with. */
    private static Active with(Active active, BaseSalary salary) {
        YearMonth open = YearMonth.from(active.accrual().from());
        return active.with(active.contributions().with(salary).since(open));
    }

    private static AccountState posted(AccountState state, ContributionPosted event) {
        AccountState evolved = posted(state, event.month(), event);
        return evolved instanceof Active active
                        && event.month().isAfter(active.contributions().through())
                ? active.with(active.contributions().posted(event.month()))
                : evolved;
    }

    /** An amount of the running interval counts by its month, an earlier one is in what the interval opened with. */
    private static AccountState posted(AccountState state, YearMonth month, AccountEvent event) {
        if (state instanceof Opened opened
                && !event.valueDate().isBefore(opened.accrual().from())
                && opened.accrual().takes(month)) {
            return opened.with(opened.accrual().with(month, event.amount()));
        }
        return shifted(state, event);
    }

    private static AccountState credited(AccountState state, InterestCredited event) {
        if (!(state instanceof Opened opened)
                || event.creditedOn().isBefore(opened.accrual().from())
                || !opened.accrual().reaching(event.fiscalYear()).year().equals(event.fiscalYear())) {
            return shifted(state, event);
        }
        Accrual credited = opened.accrual().credited(event.creditedOn(), event.amount(), event.nextMonth());
        if (opened instanceof Active active) {
            return active.with(active.contributions().since(YearMonth.from(credited.from())))
                    .with(credited);
        }
        return opened.with(credited);
    }

    /** A posting of the past, behind what the state knows: a restatement follows it. */
    private static AccountState shifted(AccountState state, AccountEvent event) {
        return switch (state) {
            case Opened opened -> opened.with(opened.accrual().withEarlier(event.amount()));
            case RatePending pending -> new RatePending((Opened) shifted(pending.before(), event), pending.awaited());
            case Closed closed ->
                with(closed, closed.balance().plus(event.amount()), closed.excess(), closed.rounding());
            case Unopened unopened -> throw cannotFollow(unopened, event);
            case AwaitingBalance awaiting -> throw cannotFollow(awaiting, event);
        };
    }

    private static AccountState deferred(AccountState state, DeferralBegun event) {
        if (state instanceof Payable payable) {
            return new Deferred(
                    payable.account(), payable.membership(), payable.loss(), event.until(), payable.accrual());
        }
        throw cannotFollow(state, event);
    }

    private static AccountState ended(AccountState state, InterestEnded event) {
        if (state instanceof Earning earning && earning instanceof Left left) {
            return new Payable(left.account(), left.membership(), left.loss(), left.accrual());
        }
        throw cannotFollow(state, event);
    }

    private static AccountState paid(AccountState state, LumpSumPaid event) {
        return switch (state) {
            case Payable payable ->
                new Closed(
                        payable.account(),
                        payable.membership(),
                        payable.loss(),
                        event.balance(),
                        Yen.ZERO,
                        event.rounding());
            case Closed closed ->
                with(closed, event.balance(), closed.excess(), closed.rounding().plus(event.rounding()));
            case Unopened unopened -> throw cannotFollow(unopened, event);
            case AwaitingBalance awaiting -> throw cannotFollow(awaiting, event);
            case RatePending pending -> throw cannotFollow(pending, event);
            case Opened opened -> throw cannotFollow(opened, event);
        };
    }

    private static AccountState excess(AccountState state, ExcessRecorded event) {
        if (state instanceof Closed closed) {
            return with(closed, closed.balance().plus(event.amount()), event.excess(), closed.rounding());
        }
        throw cannotFollow(state, event);
    }

    private static AccountState recovered(AccountState state, ExcessRecovered event) {
        if (state instanceof Closed closed) {
            return with(
                    closed, closed.balance(), event.excess(), closed.rounding().minus(event.rounding()));
        }
        throw cannotFollow(state, event);
    }

    private static Closed with(Closed closed, Yen balance, Yen excess, Yen rounding) {
        return new Closed(closed.account(), closed.membership(), closed.loss(), balance, excess, rounding);
    }

    static Active active(AccountState state, AccountEvent event) {
        if (state instanceof Active active) {
            return active;
        }
        throw cannotFollow(state, event);
    }

    private static Opened opened(AccountState state, AccountEvent event) {
        if (state instanceof Opened opened) {
            return opened;
        }
        throw cannotFollow(state, event);
    }

    static IllegalStateException cannotFollow(AccountState state, AccountEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
