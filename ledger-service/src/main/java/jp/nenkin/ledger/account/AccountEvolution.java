package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountEvent.ContributionAdjusted;
import jp.nenkin.ledger.account.AccountEvent.ContributionPosted;
import jp.nenkin.ledger.account.AccountEvent.InterestCredited;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Unopened;
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
            case ContributionPosted posted -> posted(active(state, event), posted);
            case ContributionAdjusted adjusted -> adjusted(active(state, event), adjusted);
            case InterestCredited credited -> credited(opened(state, event), credited);
            case MembershipEnded ended -> ended(active(state, event), ended);
            case MembershipResumed resumed -> resumed(opened(state, event), resumed);
        };
        if (!evolved.balance().equals(event.balance())) {
            throw new IllegalStateException(event + " does not lead to its balance: " + evolved);
        }
        return evolved;
    }

    private static AccountState opened(AccountState state, AccountOpened event) {
        if (!(state instanceof Unopened)) {
            throw cannotFollow(state, event);
        }
        BaseSalaries salaries = salaries(event.membership(), event.baseSalary(), event);
        if (event.takeOver()) {
            return new AwaitingBalance(event.account(), event.membership(), salaries);
        }
        YearMonth first = YearMonth.from(event.membership().acquiredOn());
        return new Active(
                event.account(),
                event.membership(),
                Contributions.from(first, salaries),
                Accrual.startingOn(event.membership().acquiredOn()));
    }

    private static BaseSalaries salaries(Membership membership, @Nullable Yen amount, AccountOpened event) {
        return amount == null
                ? BaseSalaries.NONE
                : BaseSalaries.NONE.with(
                        new BaseSalary(YearMonth.from(membership.acquiredOn()), amount, event.filing()));
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
        BaseSalary salary = new BaseSalary(YearMonth.from(event.effectiveFrom()), event.baseSalary(), event.filing());
        return switch (state) {
            case AwaitingBalance awaiting ->
                new AwaitingBalance(
                        awaiting.account(),
                        awaiting.membership(),
                        awaiting.baseSalaries().with(salary));
            case Active active -> active.with(active.contributions().with(salary));
            case Unopened unopened -> throw cannotFollow(unopened, event);
            case Payable payable -> throw cannotFollow(payable, event);
            case Frozen frozen -> throw cannotFollow(frozen, event);
        };
    }

    private static Active posted(Active account, ContributionPosted event) {
        return account.with(account.contributions().posted(event.month()))
                .with(account.accrual().with(event.month(), event.amount()));
    }

    private static Active adjusted(Active account, ContributionAdjusted event) {
        return account.with(account.accrual().with(event.month(), event.amount()));
    }

    private static AccountState credited(Opened account, InterestCredited event) {
        Accrual credited = account.accrual().credited(event.creditedOn(), event.amount());
        if (account instanceof Active active) {
            // A base salary that no month after this crediting is computed with is not needed any more.
            return active.with(active.contributions().since(YearMonth.from(credited.from())))
                    .with(credited);
        }
        return account.with(credited);
    }

    private static AccountState ended(Active account, MembershipEnded event) {
        return event.standing() == AccountStanding.PAYABLE
                ? new Payable(account.account(), account.membership(), event.lostOn(), account.accrual())
                : new Frozen(account.account(), account.membership(), event.lostOn(), account.accrual());
    }

    private static AccountState resumed(Opened account, MembershipResumed event) {
        Accrual accrual = switch (account) {
            case Payable payable -> payable.accrual();
            case Frozen frozen -> frozen.accrual().resumedOn(event.membership().acquiredOn());
            case Active active -> throw cannotFollow(active, event);
        };
        YearMonth first = YearMonth.from(event.membership().acquiredOn());
        BaseSalaries salaries = event.baseSalary() == null
                ? BaseSalaries.NONE
                : BaseSalaries.NONE.with(new BaseSalary(first, event.baseSalary(), event.filing()));
        return new Active(account.account(), event.membership(), Contributions.from(first, salaries), accrual);
    }

    private static Active active(AccountState state, AccountEvent event) {
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

    private static IllegalStateException cannotFollow(AccountState state, AccountEvent event) {
        return new IllegalStateException(event + " cannot follow " + state);
    }
}
