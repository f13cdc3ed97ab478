package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.account.Decision.Retroactive;
import jp.nenkin.ledger.contribution.PostingDay;

/** A base salary from a day on; months posted with another one are adjusted. Source: domain rules, section 2. */
final class BaseSalaryChange {
    private BaseSalaryChange() {}

    static Decision of(AccountState state, ChangeBaseSalary command, Books books) {
        return switch (state) {
            case Unopened unopened -> AccountDecider.notOpen(unopened);
            case RatePending pending -> Accepted.NOTHING;
            case Closed closed -> new Retroactive("account " + closed.account() + " is closed");
            case AwaitingBalance awaiting ->
                new Draft(awaiting, books).add(recorded(awaiting, command)).accepted();
            case Active active -> change(active, command, books);
            case Opened ended -> new Retroactive("the membership of account " + ended.account() + " has ended");
        };
    }

    private static Decision change(Active account, ChangeBaseSalary command, Books books) {
        Contributions contributions = account.contributions();
        YearMonth effective = YearMonth.from(command.effectiveFrom());
        YearMonth first = effective.isBefore(contributions.first()) ? contributions.first() : effective;
        if (contributions.isWithout(effective)) {
            return new Refused(
                    Refusal.PLAN_NOT_OFFERED, "the plan of account " + account.account() + " is not offered then");
        }
        if (PostingDay.of(first, account.membership().acquiredOn())
                .isBefore(account.accrual().from())) {
            return new Retroactive(first + " lies before " + account.accrual().from());
        }
        if (command.effectiveFrom().isBefore(account.membership().acquiredOn())) {
            return new Retroactive(command.effectiveFrom() + " lies before the acquisition");
        }
        Draft draft = new Draft(account, books);
        YearMonth last = lastOf(contributions, effective);
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            adjust(draft, month, command);
        }
        return draft.add(recorded(draft.active(), command)).accepted();
    }

    /** The last posted month for which the new base salary holds: a later one bounds it. */
    private static YearMonth lastOf(Contributions contributions, YearMonth effective) {
        YearMonth through = contributions.through();
        return contributions.baseSalaries().entries().stream()
                .map(BaseSalary::effectiveFrom)
                .filter(from -> from.isAfter(effective) && !from.isAfter(through))
                .findFirst()
                .map(from -> from.minusMonths(1))
                .orElse(through);
    }

    private static void adjust(Draft draft, YearMonth month, ChangeBaseSalary command) {
        boolean differs = draft.active()
                .contributions()
                .baseSalaries()
                .of(month)
                .filter(posted -> posted.amount().equals(command.baseSalary()))
                .isEmpty();
        if (differs) {
            draft.adjust(month, command.baseSalary(), command.filing());
        }
    }

    private static BaseSalaryRecorded recorded(AccountState state, ChangeBaseSalary command) {
        return new BaseSalaryRecorded(
                state.account(),
                command.effectiveFrom(),
                command.baseSalary(),
                state.balance(),
                command.filing(),
                command.replaces());
    }
}
