package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Frozen;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was here before is back: a frozen balance is restored; a payable one counts as waiting since the loss,
 * and the 31 March credits since then are made now. Source: domain rules, section 4.
 */
final class Resumption {
    private Resumption() {}

    static Decision of(AccountState state, Enrol command, Books books) {
        Resume resume = new Resume(command.establishment(), command.acquiredOn(), command.filing());
        return of(state, resume, command.baseSalary(), books);
    }

    static Decision of(AccountState state, Resume command, Books books) {
        return of(state, command, null, books);
    }

    private static Decision of(AccountState state, Resume command, @Nullable Yen baseSalary, Books books) {
        return switch (state) {
            case Unopened unopened -> AccountDecider.notOpen(unopened);
            case AwaitingBalance awaiting -> stillOpen(awaiting);
            case Active active -> stillOpen(active);
            case Payable payable -> {
                if (command.acquiredOn().isBefore(payable.lostOn())) {
                    yield stillOpen(payable);
                }
                yield resumeWaiting(payable, command, baseSalary, books);
            }
            case Frozen frozen -> {
                if (command.acquiredOn().isBefore(frozen.lostOn())) {
                    yield stillOpen(frozen);
                }
                Draft draft = new Draft(frozen, books);
                draft.add(resumed(frozen, frozen.lostOn(), command, baseSalary));
                yield AccountDecider.broughtToTheBooks(draft, books);
            }
        };
    }

    private static Decision resumeWaiting(Payable account, Resume command, @Nullable Yen baseSalary, Books books) {
        if (isCapped(account, command.acquiredOn(), books.terms())) {
            return new Refused(
                    Refusal.CAPPED_MONTHS,
                    "months from " + account.lostOn() + " to " + command.acquiredOn() + " earn at the capped rate");
        }
        Draft draft = new Draft(account, books);
        FiscalYear year = account.accrual().year();
        while (year.lastDay().isBefore(command.acquiredOn())) {
            Optional<Refused> refused = draft.credit(year.lastDay());
            if (refused.isPresent()) {
                return refused.get();
            }
            year = year.next();
        }
        draft.add(resumed(draft.opened(), account.lostOn(), command, baseSalary));
        return AccountDecider.broughtToTheBooks(draft, books);
    }

    /** Whether a month ended outside membership for somebody whose rate is capped after a loss. */
    private static boolean isCapped(Payable account, LocalDate acquiredOn, PlanTerms terms) {
        return !account.membership().joinedOn().isBefore(terms.waitingCapFrom())
                && YearMonth.from(account.lostOn()).isBefore(YearMonth.from(acquiredOn));
    }

    private static MembershipResumed resumed(
            Opened account, LocalDate lostOn, Resume command, @Nullable Yen baseSalary) {
        Membership before = account.membership();
        Membership membership = new Membership(
                command.establishment(),
                command.acquiredOn(),
                before.joinedOn(),
                before.monthsUntil(lostOn),
                before.transferredAsset());
        return new MembershipResumed(account.account(), membership, baseSalary, account.balance(), command.filing());
    }

    private static Refused stillOpen(AccountState state) {
        return new Refused(Refusal.ACCOUNT_ALREADY_OPEN, "account " + state.account() + " is open, or was on that day");
    }
}
