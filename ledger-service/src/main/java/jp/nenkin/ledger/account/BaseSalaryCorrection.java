package jp.nenkin.ledger.account;

import java.time.YearMonth;
import jp.nenkin.ledger.account.AccountCommand.ChangeBaseSalary;
import jp.nenkin.ledger.account.AccountEvent.BaseSalaryRecorded;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.contribution.PostingDay;

/** A base salary from a day on; months posted with another one are adjusted. Source: domain rules, section 2. */
final class BaseSalaryCorrection {
    private BaseSalaryCorrection() {}

    static Decision of(AccountState state, ChangeBaseSalary command, Books books) {
        return switch (state) {
            case Unopened unopened -> AccountDecider.notOpen(unopened);
            case Payable payable -> AccountDecider.ended(payable);
            case Frozen frozen -> AccountDecider.ended(frozen);
            case AwaitingBalance awaiting -> {
                Draft draft = new Draft(awaiting, books);
                draft.add(recorded(awaiting, command));
                yield draft.accepted();
            }
            case Active active -> correct(active, command, books);
        };
    }

    private static Decision correct(Active account, ChangeBaseSalary command, Books books) {
        Contributions contributions = account.contributions();
        YearMonth effective = YearMonth.from(command.effectiveFrom());
        YearMonth first = effective.isBefore(contributions.first()) ? contributions.first() : effective;
        boolean posted = !first.isAfter(contributions.through());
        if (posted
                && PostingDay.of(first, account.membership().acquiredOn())
                        .isBefore(account.accrual().from())) {
            return AccountDecider.overACreditedDate(account, first.atDay(1));
        }
        BaseSalary salary = new BaseSalary(effective, command.baseSalary(), command.filing());
        BaseSalaries corrected = contributions.baseSalaries().with(salary);
        Draft draft = new Draft(account, books);
        for (YearMonth month = first; !month.isAfter(contributions.through()); month = month.plusMonths(1)) {
            if (corrected.of(month).filter(salary::equals).isPresent() && differs(contributions, month, salary)) {
                draft.adjust(month, salary);
            }
        }
        draft.add(recorded(draft.active(), command));
        return draft.accepted();
    }

    private static boolean differs(Contributions contributions, YearMonth month, BaseSalary salary) {
        return contributions
                .baseSalaries()
                .of(month)
                .filter(posted -> posted.amount().equals(salary.amount()))
                .isEmpty();
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
