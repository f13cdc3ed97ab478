package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.Filing;
import jp.nenkin.ledger.account.AccountCommand.Enrol;
import jp.nenkin.ledger.account.AccountCommand.Resume;
import jp.nenkin.ledger.account.AccountEvent.MembershipResumed;
import jp.nenkin.ledger.account.AccountState.Active;
import jp.nenkin.ledger.account.AccountState.AwaitingBalance;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Early;
import jp.nenkin.ledger.account.AccountState.Left;
import jp.nenkin.ledger.account.AccountState.Opened;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.account.Decision.Retroactive;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was here before is back: a frozen balance is restored; a payable one counts as waiting since the loss,
 * and the 31 March credits since then are made now; a deferral or waiting ends. Source: domain rules, section 4.
 */
final class Resumption {
    private Resumption() {}

    /** Whoever is back, where and with what. */
    private record Back(
            EstablishmentNumber at, LocalDate on, @Nullable Yen baseSalary, Filing filing) {}

    static Decision of(AccountState state, Enrol command, Books books) {
        return of(
                state,
                new Back(
                        command.membership().establishment(),
                        command.openedOn(),
                        command.baseSalary(),
                        command.filing()),
                books);
    }

    static Decision of(AccountState state, Resume command, Books books) {
        return of(state, new Back(command.establishment(), command.acquiredOn(), null, command.filing()), books);
    }

    private static Decision of(AccountState state, Back back, Books books) {
        return switch (state) {
            case Unopened unopened -> AccountDecider.notOpen(unopened);
            case AwaitingBalance awaiting -> stillOpen(awaiting);
            case RatePending pending -> Accepted.NOTHING;
            case Closed closed -> stillOpen(closed);
            case Active active -> stillOpen(active);
            case Early early -> resume(early, early.since(), back, books);
            case Left left -> resume(left, left.lostOn(), back, books);
        };
    }

    private static Decision resume(Opened account, LocalDate leftOn, Back back, Books books) {
        if (back.on().isBefore(leftOn)) {
            return stillOpen(account);
        }
        if (back.on().isBefore(account.accrual().from().minusDays(1))) {
            return new Retroactive(
                    back.on() + " lies before " + account.accrual().from());
        }
        Draft draft = new Draft(account, books);
        Optional<FiscalYear> missing =
                account.standing() == AccountStanding.FROZEN ? Optional.empty() : creditBefore(draft, back.on());
        if (missing.isPresent()) {
            draft.awaitRate(missing.get(), back.on(), back.filing());
            return draft.accepted();
        }
        Opened before = draft.opened();
        Membership membership = before instanceof Early
                ? before.membership().joined(back.at(), back.on())
                : before.membership().resumed(back.at(), back.on(), leftOn);
        draft.add(new MembershipResumed(
                before.account(), membership.carrying(0), back.baseSalary(), before.balance(), back.filing()));
        return AccountDecider.broughtToTheBooks(draft, back.on(), back.filing(), books);
    }

    private static Optional<FiscalYear> creditBefore(Draft draft, LocalDate day) {
        for (FiscalYear year = draft.opened().accrual().year(); year.lastDay().isBefore(day); year = year.next()) {
            Optional<FiscalYear> missing = draft.credit(year.lastDay());
            if (missing.isPresent()) {
                return missing;
            }
        }
        return Optional.empty();
    }

    private static Refused stillOpen(AccountState state) {
        return new Refused(Refusal.ACCOUNT_ALREADY_OPEN, "account " + state.account() + " is open, or was on that day");
    }
}
