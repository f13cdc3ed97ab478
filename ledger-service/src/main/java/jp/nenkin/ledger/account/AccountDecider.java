package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.ledger.account.AccountCommand.CatchUp;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.OpenForTakeOver;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.money.FiscalYear;

/** Turns a command into the events it leads to: the rules of the account, pure, so that a preview is the real thing. */
public final class AccountDecider {
    private AccountDecider() {}

    /**
     * Decides a command without effect.
     *
     * @throws IllegalStateException when the account's state contradicts the books, which is corruption
     */
    public static Decision decide(AccountState state, AccountCommand command, Books books) {
        return switch (command) {
            case Enrol enrol -> enrol(state, enrol, books);
            case Resume resume -> Resumption.of(state, resume, books);
            case OpenForTakeOver open -> openForTakeOver(state, open, books);
            case TakeOverBalance takeOver -> takeOverBalance(state, takeOver, books);
            case ChangeBaseSalary change -> BaseSalaryCorrection.of(state, change, books);
            case EndMembership end -> endMembership(state, end, books);
            case CatchUp catchUp -> catchUp(state, books);
            case PostContribution post -> post(state, post.month(), books);
            case CreditInterest credit -> credit(state, credit, books);
        };
    }

    private static Decision enrol(AccountState state, Enrol command, Books books) {
        if (!(state instanceof Unopened)) {
            return Resumption.of(state, command, books);
        }
        Membership membership =
                new Membership(command.establishment(), command.acquiredOn(), command.acquiredOn(), 0, false);
        Draft draft = new Draft(state, books);
        draft.add(new AccountOpened(state.account(), membership, command.baseSalary(), false, 0, command.filing()));
        return broughtToTheBooks(draft, books);
    }

    private static Decision openForTakeOver(AccountState state, OpenForTakeOver command, Books books) {
        if (!(state instanceof Unopened)) {
            return new Refused(Refusal.ACCOUNT_ALREADY_OPEN, "account " + state.account() + " is open already");
        }
        Draft draft = new Draft(state, books);
        draft.add(new AccountOpened(
                state.account(),
                command.membership(),
                command.baseSalary(),
                true,
                command.creditedMonths(),
                command.filing()));
        return draft.accepted();
    }

    private static Decision takeOverBalance(AccountState state, TakeOverBalance command, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case Opened opened ->
                new Refused(Refusal.BALANCE_NOT_AWAITED, "account " + opened.account() + " awaits no balance");
            case AwaitingBalance awaiting -> {
                if (command.creditedOn().isBefore(awaiting.membership().acquiredOn())) {
                    yield new Refused(
                            Refusal.BEFORE_ACQUISITION,
                            "a balance of " + command.creditedOn() + " lies before the acquisition on "
                                    + awaiting.membership().acquiredOn());
                }
                Draft draft = new Draft(awaiting, books);
                draft.add(new BalanceTakenOver(awaiting.account(), command.creditedOn(), command.balance()));
                yield broughtToTheBooks(draft, books);
            }
        };
    }

    static Decision broughtToTheBooks(Draft draft, Books books) {
        Optional<Refused> refused = draft.bringTo(books.contributionsThrough(), books.creditedThrough());
        return refused.isPresent() ? refused.get() : draft.accepted();
    }

    private static Decision endMembership(AccountState state, EndMembership command, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case AwaitingBalance awaiting -> balanceAwaited(awaiting);
            case Payable payable -> ended(payable);
            case Frozen frozen -> ended(frozen);
            case Active active -> Ending.of(active, command, books);
        };
    }

    private static Decision catchUp(AccountState state, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case AwaitingBalance awaiting -> balanceAwaited(awaiting);
            case Payable payable -> Accepted.NOTHING;
            case Frozen frozen -> Accepted.NOTHING;
            case Active active -> broughtToTheBooks(new Draft(active, books), books);
        };
    }

    private static Decision post(AccountState state, YearMonth month, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case AwaitingBalance awaiting -> balanceAwaited(awaiting);
            case Payable payable -> Accepted.NOTHING;
            case Frozen frozen -> Accepted.NOTHING;
            case Active active -> post(active, month, books);
        };
    }

    private static Decision post(Active account, YearMonth month, Books books) {
        Contributions contributions = account.contributions();
        if (contributions.baseSalaries().entries().isEmpty() || !month.isAfter(contributions.through())) {
            return Accepted.NOTHING;
        }
        YearMonth next = contributions.through().plusMonths(1);
        if (month.isAfter(next)) {
            return earlierPeriod("CONTRIBUTION " + next);
        }
        FiscalYear year = FiscalYear.of(month);
        Accrual accrual = account.accrual().reaching(year);
        if (year.isAfter(accrual.year().next())) {
            return earlierPeriod("INTEREST " + accrual.year());
        }
        Draft draft = new Draft(account, books);
        draft.post(month);
        return draft.accepted();
    }

    private static Decision credit(AccountState state, CreditInterest command, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case AwaitingBalance awaiting -> balanceAwaited(awaiting);
            case Payable payable -> Accepted.NOTHING;
            case Frozen frozen -> Accepted.NOTHING;
            case Active active -> credit(active, command.year(), books);
        };
    }

    private static Decision credit(Active account, FiscalYear year, Books books) {
        Accrual accrual = account.accrual().reaching(year);
        if (accrual.year().isAfter(year)) {
            return Accepted.NOTHING;
        }
        if (year.isAfter(accrual.year())) {
            return earlierPeriod("INTEREST " + accrual.year());
        }
        Contributions contributions = account.contributions();
        if (!contributions.baseSalaries().entries().isEmpty()
                && contributions.through().isBefore(year.lastMonth())
                && !contributions.first().isAfter(year.lastMonth())) {
            return earlierPeriod("CONTRIBUTION " + contributions.through().plusMonths(1));
        }
        Draft draft = new Draft(account, books);
        Optional<Refused> refused = draft.credit(year.lastDay());
        return refused.isPresent() ? refused.get() : draft.accepted();
    }

    private static Refused earlierPeriod(String period) {
        return new Refused(Refusal.EARLIER_PERIOD_NOT_RUN, period + " comes first");
    }

    static Refused notOpen(Unopened state) {
        return new Refused(Refusal.ACCOUNT_NOT_OPEN, "there is no account " + state.account());
    }

    static Refused balanceAwaited(AwaitingBalance state) {
        return new Refused(
                Refusal.BALANCE_AWAITED, "the balance of account " + state.account() + " is still to be taken over");
    }

    static Refused ended(Opened state) {
        return new Refused(
                Refusal.MEMBERSHIP_ALREADY_ENDED, "the membership of account " + state.account() + " has ended");
    }

    static Refused overACreditedDate(Active account, LocalDate date) {
        return new Refused(
                Refusal.OVER_A_CREDITED_DATE,
                date + " lies before "
                        + account.accrual().from() + ", up to which interest of account " + account.account()
                        + " is credited");
    }
}
