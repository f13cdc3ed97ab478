package jp.nenkin.ledger.account;

import java.time.LocalDate;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.Yen;

/** What an account is after its events so far; each state allows other commands. */
public sealed interface AccountState {

    AccountId account();

    Yen balance();

    /** No event yet. */
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

    /** An account that holds a balance. */
    sealed interface Opened extends AccountState {
        Membership membership();

        Accrual accrual();

        /** The same state with another accrual. */
        Opened with(Accrual changed);

        @Override
        default Yen balance() {
            return accrual().balance();
        }
    }

    /** The member is an ordinary member: contributions come and every 31 March is credited. */
    record Active(AccountId account, Membership membership, Contributions contributions, Accrual accrual)
            implements Opened {
        @Override
        public Active with(Accrual changed) {
            return new Active(account, membership, contributions, changed);
        }

        Active with(Contributions changed) {
            return new Active(account, membership, changed, accrual);
        }
    }

    /** Membership is lost with a right to a benefit, nothing is chosen: no interest after the credit at loss. */
    record Payable(AccountId account, Membership membership, LocalDate lostOn, Accrual accrual) implements Opened {
        @Override
        public Payable with(Accrual changed) {
            return new Payable(account, membership, lostOn, changed);
        }
    }

    /** Membership is lost without a right: no benefit, no interest, restored if the member comes back. */
    record Frozen(AccountId account, Membership membership, LocalDate lostOn, Accrual accrual) implements Opened {
        @Override
        public Frozen with(Accrual changed) {
            return new Frozen(account, membership, lostOn, changed);
        }
    }
}
