package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.ledger.account.AccountCommand.EndMembership;
import jp.nenkin.ledger.account.AccountCommand.EndMembership.NoRight;
import jp.nenkin.ledger.account.AccountCommand.EndMembership.Right;
import jp.nenkin.ledger.account.AccountCommand.EndMembership.Wait;
import jp.nenkin.ledger.account.AccountEvent.MembershipEnded;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.account.Decision.Retroactive;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;

/**
 * The end of a membership: contributions up to the month before the month of loss, interest on the day before it.
 *
 * <p>Source: domain rules, sections 2 and 3. A loss in a year without a rate waits for it.
 */
final class Ending {
    private Ending() {}

    static Decision of(Active account, EndMembership command, Books books) {
        LocalDate acquiredOn = account.membership().acquiredOn();
        if (command.lostOn().isBefore(acquiredOn)) {
            return new Refused(
                    Refusal.BEFORE_ACQUISITION,
                    "a loss on " + command.lostOn() + " lies before the acquisition on " + acquiredOn);
        }
        LocalDate creditingDate = command.lostOn().minusDays(1);
        if (creditingDate.isBefore(account.accrual().from().minusDays(1))) {
            return new Retroactive(
                    creditingDate + " lies before " + account.accrual().from());
        }
        Draft draft = new Draft(account, books);
        Optional<FiscalYear> missing = settle(draft, command, creditingDate);
        if (missing.isPresent()) {
            if (!account.contributions().through().isBefore(YearMonth.from(command.lostOn()))) {
                return new Retroactive("the month of the loss is posted");
            }
            draft.awaitRate(missing.get(), command.lostOn(), command.filing());
            return draft.accepted();
        }
        draft.add(ended(draft.active(), command));
        // Whoever waits is credited what the books have come to since a loss that was filed late.
        return AccountDecider.broughtToTheBooks(draft, command.lostOn(), command.filing(), books);
    }

    private static MembershipEnded ended(Active account, EndMembership command) {
        AccountStanding standing = switch (command.outcome()) {
            case Right right -> AccountStanding.PAYABLE;
            case NoRight none -> AccountStanding.FROZEN;
            case Wait wait -> AccountStanding.WAITING;
        };
        return new MembershipEnded(
                account.account(),
                command.lostOn(),
                command.cause(),
                standing,
                command.outcome() instanceof Wait wait ? wait.until() : null,
                account.balance(),
                command.filing());
    }

    private static Optional<FiscalYear> settle(Draft draft, EndMembership command, LocalDate creditingDate) {
        YearMonth monthOfLoss = YearMonth.from(command.lostOn());
        // Whoever credits a date first credits every earlier one that is due.
        Optional<FiscalYear> missing = draft.bringTo(
                monthOfLoss.minusMonths(1), FiscalYear.of(creditingDate).previous());
        if (missing.isPresent()) {
            return missing;
        }
        takeBackFrom(monthOfLoss, draft, command);
        boolean creditedAlready =
                creditingDate.isBefore(draft.active().accrual().from());
        return creditedAlready ? Optional.empty() : draft.credit(creditingDate);
    }

    private static void takeBackFrom(YearMonth monthOfLoss, Draft draft, EndMembership command) {
        Contributions contributions = draft.active().contributions();
        for (YearMonth month = monthOfLoss; !month.isAfter(contributions.through()); month = month.plusMonths(1)) {
            if (contributions.brings(month)) {
                draft.adjust(month, Yen.ZERO, command.filing());
            }
        }
    }
}
