package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.ledger.account.AccountCommand.Move;
import jp.nenkin.ledger.account.AccountEvent.EstablishmentMoved;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.account.Decision.Retroactive;

/**
 * A move between establishments of the fund: membership goes on, the month's contribution is the new establishment's.
 * Source: domain rules, section 4.
 */
final class Moving {
    private Moving() {}

    static Decision of(AccountState state, Move command, Books books) {
        return switch (state) {
            case Unopened unopened -> AccountDecider.notOpen(unopened);
            case AwaitingBalance awaiting -> AccountDecider.balanceAwaited(awaiting);
            case RatePending pending -> Accepted.NOTHING;
            case Active active -> move(active, command, books);
            case Opened left -> new Retroactive("the membership of account " + left.account() + " has ended");
            case Closed closed -> new Retroactive("account " + closed.account() + " is closed");
        };
    }

    private static Decision move(Active account, Move command, Books books) {
        if (command.movedOn().isBefore(account.membership().acquiredOn())) {
            return new Refused(
                    Refusal.BEFORE_ACQUISITION,
                    "a move on " + command.movedOn() + " lies before the acquisition on "
                            + account.membership().acquiredOn());
        }
        YearMonth month = YearMonth.from(command.movedOn());
        // A posted month would change its establishment, and a later base salary its place.
        boolean passed = !month.isAfter(account.contributions().through())
                || account.contributions().baseSalaries().entries().stream()
                        .anyMatch(salary -> salary.effectiveFrom().isAfter(month));
        if (passed || command.movedOn().isBefore(account.accrual().from())) {
            return new Retroactive("a month from " + month + " on is posted");
        }
        Draft draft = new Draft(account, books);
        draft.add(new EstablishmentMoved(
                account.account(),
                command.establishment(),
                command.movedOn(),
                command.baseSalary(),
                account.balance(),
                command.filing()));
        return AccountDecider.broughtToTheBooks(draft, command.movedOn(), command.filing(), books);
    }
}
