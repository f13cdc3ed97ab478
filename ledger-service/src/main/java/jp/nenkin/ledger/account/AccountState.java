package jp.nenkin.ledger.account;

import java.time.LocalDate;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** What an account is after its events so far; each state allows other commands. */
public sealed interface AccountState {

    AccountId account();

    Yen balance();

    /** No event yet, or every event taken back. */
    record Unopened(AccountId account) implements AccountState {
        @Override
        public Yen balance() {
            return Yen.ZERO;
        }
    }

    /** Taken over with its member; the balance of the former system has not come yet. */
    record AwaitingBalance(AccountId account, Membership membership, BaseSalaries baseSalaries)
            implements AccountState {
        @Override
        public Yen balance() {
            return Yen.ZERO;
        }
    }

    /** An account that holds a balance of which it is known what it earns. */
    sealed interface Opened extends AccountState {
        Membership membership();

        Accrual accrual();

        AccountStanding standing();

        /** The same state with another accrual. */
        Opened with(Accrual changed);

        @Override
        default Yen balance() {
            return accrual().balance();
        }
    }

    /** An account whose member is none any more. */
    sealed interface Left extends Opened {
        Loss loss();

        default LocalDate lostOn() {
            return loss().lostOn();
        }
    }

    /** An account that goes on earning without membership, credited each 31 March. */
    sealed interface Earning extends Opened {
        /** The last day that earns; none while that is open. */
        @Nullable
        LocalDate until();

        /** The first day on which it can end: of the loss, or of receipt for an asset that came before joining. */
        LocalDate since();
    }

    /** The member is an ordinary member: contributions come and every 31 March is credited. */
    record Active(AccountId account, Membership membership, Contributions contributions, Accrual accrual)
            implements Opened {
        @Override
        public AccountStanding standing() {
            return AccountStanding.ACTIVE;
        }

        @Override
        public Active with(Accrual changed) {
            return new Active(account, membership, contributions, changed);
        }

        Active with(Contributions changed) {
            return new Active(account, membership, changed, accrual);
        }
    }

    /** Membership is lost with a right to a benefit, nothing is chosen: no interest after the credit at loss. */
    record Payable(AccountId account, Membership membership, Loss loss, Accrual accrual) implements Left {
        @Override
        public AccountStanding standing() {
            return AccountStanding.PAYABLE;
        }

        @Override
        public Payable with(Accrual changed) {
            return new Payable(account, membership, loss, changed);
        }
    }

    /** A deferral is on record: it counts from the loss. */
    record Deferred(
            AccountId account,
            Membership membership,
            Loss loss,
            @Nullable LocalDate until,
            Accrual accrual) implements Left, Earning {
        @Override
        public AccountStanding standing() {
            return AccountStanding.DEFERRED;
        }

        @Override
        public LocalDate since() {
            return loss.lostOn();
        }

        @Override
        public Deferred with(Accrual changed) {
            return new Deferred(account, membership, loss, until, changed);
        }
    }

    /** Lost by merger or voluntary withdrawal: it waits until a right to an old-age benefit arises. */
    record Waiting(
            AccountId account,
            Membership membership,
            Loss loss,
            @Nullable LocalDate until,
            Accrual accrual) implements Left, Earning {
        @Override
        public AccountStanding standing() {
            return AccountStanding.WAITING;
        }

        @Override
        public LocalDate since() {
            return loss.lostOn();
        }

        @Override
        public Waiting with(Accrual changed) {
            return new Waiting(account, membership, loss, until, changed);
        }
    }

    /** An asset that came before its member joined. */
    record Early(AccountId account, Membership membership, Accrual accrual) implements Earning {
        @Override
        public AccountStanding standing() {
            return AccountStanding.WAITING;
        }

        @Override
        public @Nullable LocalDate until() {
            return null;
        }

        @Override
        public LocalDate since() {
            return membership.acquiredOn();
        }

        @Override
        public Early with(Accrual changed) {
            return new Early(account, membership, changed);
        }
    }

    /** Membership is lost without a right: no benefit, no interest, restored if the member comes back. */
    record Frozen(AccountId account, Membership membership, Loss loss, Accrual accrual) implements Left {
        @Override
        public AccountStanding standing() {
            return AccountStanding.FROZEN;
        }

        @Override
        public Frozen with(Accrual changed) {
            return new Frozen(account, membership, loss, changed);
        }
    }

    /** What was filed waits for a crediting rate; runs pass the account by until it is approved. */
    record RatePending(Opened before, FiscalYear awaited) implements AccountState {
        @Override
        public AccountId account() {
            return before.account();
        }

        @Override
        public Yen balance() {
            return before.balance();
        }
    }

    /**
     * Its balance was paid.
     *
     * @param balance what a correction has shown to be still owed
     * @param excess what a correction has shown to be paid too much, less what came back
     * @param rounding what was paid for the account's plan beyond the balances paid; the same on all its accounts
     */
    record Closed(AccountId account, Membership membership, Loss loss, Yen balance, Yen excess, Yen rounding)
            implements AccountState {}
}
