package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.ledger.account.AccountCommand.Defer;
import jp.nenkin.ledger.account.AccountCommand.EndDeferral;
import jp.nenkin.ledger.account.AccountCommand.Pay;
import jp.nenkin.ledger.account.AccountCommand.Recover;
import jp.nenkin.ledger.account.AccountEvent.DeferralBegun;
import jp.nenkin.ledger.account.AccountEvent.ExcessRecovered;
import jp.nenkin.ledger.account.AccountEvent.LumpSumPaid;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.AccountState.Deferred;
import jp.nenkin.ledger.account.AccountState.Payable;
import jp.nenkin.ledger.account.AccountState.RatePending;
import jp.nenkin.ledger.account.AccountState.Waiting;
import jp.nenkin.ledger.account.Decision.Accepted;
import jp.nenkin.ledger.account.Decision.Refused;
import jp.nenkin.ledger.account.Decision.Retroactive;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;

/** What becomes of a balance after a loss: deferred, its deferral ended, paid. Source: domain rules, section 4. */
final class Settling {
    private Settling() {}

    /** The deferral counts from the loss, and the 31 March credits since then are made now. */
    static Decision defer(AccountState state, Defer command, Books books) {
        if (state instanceof RatePending) {
            return Accepted.NOTHING;
        }
        if (!(state instanceof Payable payable)) {
            return notPayable(state);
        }
        LocalDate until = command.until();
        if (until != null && until.isBefore(payable.lostOn())) {
            return new Refused(Refusal.BEFORE_LOSS, until + " lies before the loss on " + payable.lostOn());
        }
        Draft draft = new Draft(payable, books);
        draft.add(new DeferralBegun(payable.account(), payable.lostOn(), until, payable.balance(), command.filing()));
        Optional<FiscalYear> missing = draft.creditThrough(command.filing().receivedOn());
        if (missing.isPresent()) {
            draft.awaitRate(missing.get(), payable.lostOn(), command.filing());
            return draft.accepted();
        }
        return AccountDecider.broughtToTheBooks(draft, payable.lostOn(), command.filing(), books);
    }

    static Decision endDeferral(AccountState state, EndDeferral command, Books books) {
        return switch (state) {
            case RatePending pending -> Accepted.NOTHING;
            case Deferred deferred -> end(new Draft(deferred, books), deferred, command.endedOn());
            case Waiting waiting -> end(new Draft(waiting, books), waiting, command.endedOn());
            case AccountState other ->
                new Refused(Refusal.NOT_DEFERRED, "account " + other.account() + " is not deferred");
        };
    }

    private static Decision end(Draft draft, AccountState.Earning account, LocalDate day) {
        if (day.isBefore(account.since())) {
            return new Refused(Refusal.BEFORE_LOSS, day + " lies before the loss on " + account.since());
        }
        if (day.isBefore(account.accrual().from().minusDays(1))) {
            return new Retroactive(day + " lies before " + account.accrual().from());
        }
        LocalDate until = account.until();
        LocalDate ends = until != null && until.isBefore(day) ? until : day;
        draft.end(ends).ifPresent(year -> draft.awaitRate(year, ends, null));
        return draft.accepted();
    }

    /** Brings the account to 0; of a closed one, what a correction has shown to be still owed. */
    static Decision pay(AccountState state, Pay command, Books books) {
        if (state instanceof RatePending) {
            return Accepted.NOTHING;
        }
        if (!(state instanceof Payable || state instanceof Closed)) {
            return notPayable(state);
        }
        Draft draft = new Draft(state, books);
        draft.add(new LumpSumPaid(
                state.account(),
                command.paidOn(),
                command.paymentId(),
                state.balance().negated(),
                command.planBalance(),
                command.rounding(),
                Yen.ZERO));
        return draft.accepted();
    }

    /**
     * What came back counts as never paid: less of the account is paid too much, and what payments have rounded up is
     * less. Source: domain rules, section 6 (an excess is a case that officers decide).
     */
    static Decision recover(AccountState state, Recover command, Books books) {
        if (!(state instanceof Closed closed)) {
            return notPayable(state);
        }
        Yen excess = closed.excess().minus(command.recovered());
        boolean wasPaid = excess.compareTo(Yen.ZERO) >= 0 && closed.rounding().compareTo(command.rounding()) >= 0;
        if (!wasPaid) {
            return new Refused(
                    Refusal.NOTHING_PAID_TOO_MUCH,
                    "less than " + command.planRecovered() + " was paid too much for " + state.account());
        }
        return new Draft(closed, books)
                .add(new ExcessRecovered(
                        closed.account(),
                        command.recoveredOn(),
                        command.decisionId(),
                        command.recovered(),
                        command.rounding(),
                        command.planRecovered(),
                        excess,
                        closed.balance()))
                .accepted();
    }

    private static Refused notPayable(AccountState state) {
        return new Refused(Refusal.NOT_PAYABLE, "account " + state.account() + " is not payable");
    }
}
