package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountCommand.CatchUp;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountCommand.CreditInterest;
import jp.nenkin.ledger.account.AccountCommand.Defer;
import jp.nenkin.ledger.account.AccountCommand.EndDeferral;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.Move;
import jp.nenkin.ledger.account.AccountCommand.OpenForTakeOver;
import jp.nenkin.ledger.account.AccountCommand.Pay;
import jp.nenkin.ledger.account.AccountCommand.PostContribution;
import jp.nenkin.ledger.account.AccountCommand.ReceiveTransfer;
import jp.nenkin.ledger.account.AccountCommand.Recover;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountCommand.TakeOverBalance;
import jp.nenkin.ledger.account.AccountEvent.AccountOpened;
import jp.nenkin.ledger.account.AccountEvent.BalanceTakenOver;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Earning;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.money.FiscalYear;
import org.jspecify.annotations.Nullable;

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
            case Move move -> Moving.of(state, move, books);
            case OpenForTakeOver open -> openForTakeOver(state, open, books);
            case TakeOverBalance takeOver -> takeOverBalance(state, takeOver, books);
            case ReceiveTransfer receive -> Receiving.of(state, receive, books);
            case ChangeBaseSalary change -> BaseSalaryChange.of(state, change, books);
            case EndMembership end -> endMembership(state, end, books);
            case Defer defer -> Settling.defer(state, defer, books);
            case EndDeferral end -> Settling.endDeferral(state, end, books);
            case Pay pay -> Settling.pay(state, pay, books);
            case Recover recover -> Settling.recover(state, recover, books);
            case CatchUp catchUp -> catchUp(state, books);
            case PostContribution post -> post(state, post.month(), books);
            case CreditInterest credit -> credit(state, credit.year(), books);
        };
    }

    private static Decision enrol(AccountState state, Enrol command, Books books) {
        if (!(state instanceof Unopened)) {
            return Resumption.of(state, command, books);
        }
        Draft draft = new Draft(state, books);
        draft.add(new AccountOpened(
                state.account(),
                command.openedOn(),
                command.membership(),
                command.baseSalary(),
                false,
                false,
                command.filing()));
        return broughtToTheBooks(draft, command.openedOn(), command.filing(), books);
    }

    private static Decision openForTakeOver(AccountState state, OpenForTakeOver command, Books books) {
        if (!(state instanceof Unopened)) {
            return new Refused(Refusal.ACCOUNT_ALREADY_OPEN, "account " + state.account() + " is open already");
        }
        Draft draft = new Draft(state, books);
        draft.add(new AccountOpened(
                state.account(),
                command.membership().acquiredOn(),
                command.membership(),
                command.baseSalary(),
                true,
                false,
                command.filing()));
        return draft.accepted();
    }

    private static Decision takeOverBalance(AccountState state, TakeOverBalance command, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case RatePending pending -> balanceNotAwaited(pending);
            case Closed closed -> balanceNotAwaited(closed);
            case Opened opened -> balanceNotAwaited(opened);
            case AwaitingBalance awaiting -> {
                if (command.creditedOn().isBefore(awaiting.membership().acquiredOn())) {
                    yield new Refused(
                            Refusal.BEFORE_ACQUISITION,
                            "a balance of " + command.creditedOn() + " lies before the acquisition on "
                                    + awaiting.membership().acquiredOn());
                }
                Draft draft = new Draft(awaiting, books);
                draft.add(new BalanceTakenOver(awaiting.account(), command.creditedOn(), command.balance()));
                yield broughtToTheBooks(draft, command.creditedOn(), null, books);
            }
        };
    }

    private static Refused balanceNotAwaited(AccountState state) {
        return new Refused(Refusal.BALANCE_NOT_AWAITED, "account " + state.account() + " awaits no balance");
    }

    /** Posts and credits what the books have come to; what misses a rate waits for it. */
    static Decision broughtToTheBooks(Draft draft, LocalDate since, @Nullable Filing filing, Books books) {
        draft.bringTo(books.contributionsThrough(), books.creditedThrough())
                .ifPresent(year -> draft.awaitRate(year, since, filing));
        return draft.accepted();
    }

    private static Decision endMembership(AccountState state, EndMembership command, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case AwaitingBalance awaiting -> balanceAwaited(awaiting);
            case RatePending pending -> Accepted.NOTHING;
            case Active active -> Ending.of(active, command, books);
            case Opened opened -> ended(opened);
            case Closed closed -> ended(closed);
        };
    }

    private static Decision catchUp(AccountState state, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case AwaitingBalance awaiting -> balanceAwaited(awaiting);
            case RatePending pending -> Accepted.NOTHING;
            case Closed closed -> Accepted.NOTHING;
            case Opened opened ->
                broughtToTheBooks(new Draft(opened, books), opened.accrual().from(), null, books);
        };
    }

    private static Decision post(AccountState state, YearMonth month, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case AwaitingBalance awaiting -> balanceAwaited(awaiting);
            case Active active -> post(active, month, books);
            case Earning earning -> {
                Draft draft = new Draft(earning, books);
                draft.endUntil(month.atEndOfMonth())
                        .ifPresent(
                                year -> draft.awaitRate(year, earning.accrual().from(), null));
                yield draft.accepted();
            }
            case Opened opened -> Accepted.NOTHING;
            case RatePending pending -> Accepted.NOTHING;
            case Closed closed -> Accepted.NOTHING;
        };
    }

    private static Decision post(Active account, YearMonth month, Books books) {
        Optional<YearMonth> next = account.contributions().nextDue(month);
        if (next.isEmpty()) {
            return Accepted.NOTHING;
        }
        if (month.isAfter(next.get())) {
            return earlierPeriod("CONTRIBUTION " + next.get());
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

    private static Decision credit(AccountState state, FiscalYear year, Books books) {
        return switch (state) {
            case Unopened unopened -> notOpen(unopened);
            case AwaitingBalance awaiting -> balanceAwaited(awaiting);
            case Active active ->
                active.contributions()
                        .nextDue(year.lastMonth())
                        .<Decision>map(due -> earlierPeriod("CONTRIBUTION " + due))
                        .orElseGet(() -> creditEnd(active, year, books));
            case Earning earning -> creditEnd(earning, year, books);
            case Opened opened -> Accepted.NOTHING;
            case RatePending pending -> Accepted.NOTHING;
            case Closed closed -> Accepted.NOTHING;
        };
    }

    private static Decision creditEnd(Opened account, FiscalYear year, Books books) {
        Accrual accrual = account.accrual().reaching(year);
        if (accrual.year().isAfter(year)) {
            return Accepted.NOTHING;
        }
        Draft draft = new Draft(account, books);
        Optional<FiscalYear> missing = draft.endUntil(year.lastDay());
        if (draft.opened() instanceof Active || draft.opened() instanceof Earning) {
            if (year.isAfter(accrual.year())) {
                return earlierPeriod("INTEREST " + accrual.year());
            }
            missing = draft.credit(year.lastDay());
        }
        return missing.isPresent()
                ? new Refused(
                        Refusal.RATE_NOT_APPROVED, "no crediting rate is approved for fiscal year " + missing.get())
                : draft.accepted();
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

    static Refused ended(AccountState state) {
        return new Refused(
                Refusal.MEMBERSHIP_ALREADY_ENDED, "the membership of account " + state.account() + " has ended");
    }
}
