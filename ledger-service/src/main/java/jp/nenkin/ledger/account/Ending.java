package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;

/**
 * The end of a membership: contributions up to the month before the month of loss, interest on the day before it.
 *
 * <p>Source: domain rules, sections 2 and 3.
 */
final class Ending {
    private Ending() {}

    static Decision of(Active account, EndMembership command, Books books) {
        if (command.lostOn().isBefore(account.membership().acquiredOn())) {
            return new Refused(
                    Refusal.BEFORE_ACQUISITION,
                    "a loss on " + command.lostOn() + " lies before the acquisition on "
                            + account.membership().acquiredOn());
        }
        LocalDate creditingDate = command.lostOn().minusDays(1);
        if (creditingDate.isBefore(account.accrual().from().minusDays(1))) {
            return AccountDecider.overACreditedDate(account, creditingDate);
        }
        Draft draft = new Draft(account, books);
        Optional<Refused> refused = settle(draft, command, creditingDate);
        if (refused.isPresent()) {
            return refused.get();
        }
        Active settled = draft.active();
        draft.add(new MembershipEnded(
                settled.account(),
                command.lostOn(),
                command.cause(),
                settled.membership().standingAfter(command.lostOn(), books.terms()),
                settled.balance(),
                command.filing()));
        return draft.accepted();
    }

    private static Optional<Refused> settle(Draft draft, EndMembership command, LocalDate creditingDate) {
        YearMonth monthOfLoss = YearMonth.from(command.lostOn());
        // Whoever credits a date first credits every earlier one that is due.
        Optional<Refused> refused = draft.bringTo(
                monthOfLoss.minusMonths(1), FiscalYear.of(creditingDate).previous());
        if (refused.isPresent()) {
            return refused;
        }
        takeBackFrom(monthOfLoss, draft, command);
        boolean creditedAlready =
                creditingDate.isBefore(draft.active().accrual().from());
        return creditedAlready ? Optional.empty() : draft.credit(creditingDate);
    }

    private static void takeBackFrom(YearMonth monthOfLoss, Draft draft, EndMembership command) {
        Contributions contributions = draft.active().contributions();
        if (contributions.baseSalaries().entries().isEmpty()) {
            return;
        }
        YearMonth first = monthOfLoss.isBefore(contributions.first()) ? contributions.first() : monthOfLoss;
        for (YearMonth month = first; !month.isAfter(contributions.through()); month = month.plusMonths(1)) {
            draft.adjust(month, new BaseSalary(month, Yen.ZERO, command.filing()));
        }
    }
}
