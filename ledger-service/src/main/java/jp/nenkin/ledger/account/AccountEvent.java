package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.Filing;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.EarnedMonths;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.EstablishmentNumber;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** Something that happened to an account, with the balance it led to; never changed once stored. */
public sealed interface AccountEvent {

    AccountId account();

    /** The day from which it counts; when it was recorded plays no part in interest. */
    LocalDate valueDate();

    /** By how much the balance changed; zero for a fact of membership. */
    default Yen amount() {
        return Yen.ZERO;
    }

    /** The balance after it. */
    Yen balance();

    /**
     * The account begins.
     *
     * @param valueDate the day it begins: of acquisition, of a move to where the plan is offered, or of receipt
     * @param baseSalary none for a transferred asset
     * @param takeOver whether a balance of a former system is still to come
     * @param waiting whether the asset came before its member joined
     */
    record AccountOpened(
            AccountId account,
            LocalDate valueDate,
            Membership membership,
            @Nullable Yen baseSalary,
            boolean takeOver,
            boolean waiting,
            Filing filing)
            implements AccountEvent {
        @Override
        public Yen balance() {
            return Yen.ZERO;
        }
    }

    /** The balance of a former system, as it was right after a 31 March crediting. */
    record BalanceTakenOver(AccountId account, LocalDate creditedOn, Yen amount) implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return creditedOn;
        }

        @Override
        public Yen balance() {
            return amount;
        }
    }

    /** A base salary holds from a day on; it may take the place of what an earlier filing said. */
    record BaseSalaryRecorded(
            AccountId account,
            LocalDate effectiveFrom,
            Yen baseSalary,
            Yen balance,
            Filing filing,
            @Nullable UUID replaces)
            implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return effectiveFrom;
        }
    }

    /**
     * The member has moved to another establishment of the fund.
     *
     * @param baseSalary none where it does not offer the plan, and for a transferred asset
     */
    record EstablishmentMoved(
            AccountId account,
            EstablishmentNumber establishment,
            LocalDate movedOn,
            @Nullable Yen baseSalary,
            Yen balance,
            Filing filing)
            implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return movedOn;
        }
    }

    /** An asset from another pension plan was credited. */
    record TransferCredited(
            AccountId account,
            LocalDate valueDate,
            Yen amount,
            Yen balance,
            String source,
            int creditedMonths,
            Filing filing)
            implements AccountEvent {
        TransferCredited withBalance(Yen other) {
            return new TransferCredited(account, valueDate, amount, other, source, creditedMonths, filing);
        }
    }

    /** A transferred asset turned out to be another amount: the difference. */
    record TransferAdjusted(
            AccountId account,
            LocalDate valueDate,
            Yen amount,
            Yen balance,
            @Nullable Filing filing) implements AccountEvent {}

    /** A month's contribution was credited. */
    record ContributionPosted(
            AccountId account,
            YearMonth month,
            LocalDate valueDate,
            EstablishmentNumber establishment,
            Yen baseSalary,
            Yen amount,
            Yen balance,
            Filing filing)
            implements AccountEvent {
        ContributionPosted withBalance(Yen other) {
            return new ContributionPosted(account, month, valueDate, establishment, baseSalary, amount, other, filing);
        }
    }

    /** A month that was posted turned out to be another amount: the difference, and the filing that caused it. */
    record ContributionAdjusted(
            AccountId account,
            YearMonth month,
            LocalDate valueDate,
            EstablishmentNumber establishment,
            Yen baseSalary,
            Yen amount,
            Yen balance,
            Filing filing)
            implements AccountEvent {}

    /**
     * Interest was credited, with the figures it follows from.
     *
     * @param opening A1
     * @param declared C1 and Σ A2 × C2 at the rate of the year
     * @param capped the same for months at the capped rate; none where there are none
     * @param nextMonth the first month for which the closing earns
     * @param closing the balance of value dates up to the crediting date
     * @param balance with amounts of later value dates, where some were posted already
     */
    record InterestCredited(
            AccountId account,
            LocalDate creditedOn,
            CreditingRate rate,
            Yen opening,
            EarnedMonths declared,
            @Nullable Capped capped,
            YearMonth nextMonth,
            Yen amount,
            Yen closing,
            Yen balance)
            implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return creditedOn;
        }

        /** The year whose rate it was credited at. */
        public FiscalYear fiscalYear() {
            return FiscalYear.of(creditedOn);
        }

        InterestCredited withBalance(Yen other) {
            return new InterestCredited(
                    account, creditedOn, rate, opening, declared, capped, nextMonth, amount, closing, other);
        }
    }

    /** Months outside membership, which earn at a capped rate. */
    record Capped(CreditingRate rate, EarnedMonths months) {}

    /**
     * Interest that was credited turned out to be another: the difference.
     *
     * @param interest yen as they should have been, zero where the date is no crediting date after all
     */
    record InterestAdjusted(
            AccountId account,
            LocalDate creditedOn,
            Yen interest,
            Yen amount,
            Yen balance,
            @Nullable Filing filing) implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return creditedOn;
        }
    }

    /**
     * Eligibility was lost: contributions have ended and interest is credited to the day before.
     *
     * @param until the day a right to an old-age benefit arises, which ends a waiting
     */
    record MembershipEnded(
            AccountId account,
            LocalDate lostOn,
            LossCause cause,
            AccountStanding standing,
            @Nullable LocalDate until,
            Yen balance,
            Filing filing)
            implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return lostOn;
        }
    }

    /**
     * The member is back, and the account goes on.
     *
     * @param membership without the months that the account's own asset carries, which it keeps
     */
    record MembershipResumed(
            AccountId account,
            Membership membership,
            @Nullable Yen baseSalary,
            Yen balance,
            Filing filing) implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return membership.acquiredOn();
        }
    }

    /** What was filed waits for the rate of a year. */
    record RateAwaited(
            AccountId account,
            LocalDate valueDate,
            FiscalYear year,
            Yen balance,
            @Nullable Filing filing) implements AccountEvent {}

    /** The benefit is deferred from the day of loss, to a day or openly. */
    record DeferralBegun(
            AccountId account,
            LocalDate valueDate,
            @Nullable LocalDate until,
            Yen balance,
            Filing filing) implements AccountEvent {}

    /** The account earns no more; its balance is payable. */
    record InterestEnded(AccountId account, LocalDate endedOn, Yen balance) implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return endedOn;
        }
    }

    /**
     * The balance was paid.
     *
     * @param paymentId one for all accounts that it pays
     * @param planBalance the balances of the plan's accounts that it pays
     * @param rounding what was added to it by rounding up, less what earlier payments have rounded up; never posted
     */
    record LumpSumPaid(
            AccountId account, LocalDate paidOn, UUID paymentId, Yen amount, Yen planBalance, Yen rounding, Yen balance)
            implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return paidOn;
        }
    }

    /**
     * More was paid than a correction shows to have been due.
     *
     * @param amount what is put against the postings that are taken back, so that no balance is negative
     * @param excess all of it so far
     */
    record ExcessRecorded(
            AccountId account,
            LocalDate valueDate,
            Yen amount,
            Yen excess,
            Yen balance,
            @Nullable Filing filing) implements AccountEvent {}

    /**
     * What was paid too much came back; the balance stays as it is.
     *
     * @param decisionId one for all accounts of the plan
     * @param recovered of it, what had been taken out of this account
     * @param rounding of it, what payments had rounded up; the same on all accounts of the plan
     * @param planRecovered all of it
     * @param excess what is still paid too much
     */
    record ExcessRecovered(
            AccountId account,
            LocalDate recoveredOn,
            UUID decisionId,
            Yen recovered,
            Yen rounding,
            Yen planRecovered,
            Yen excess,
            Yen balance)
            implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return recoveredOn;
        }
    }

    /** A correction has changed what the account goes on from; its postings precede it. */
    record AccountRestated(
            LocalDate valueDate,
            AccountState state,
            @Nullable Filing filing) implements AccountEvent {
        @Override
        public AccountId account() {
            return state.account();
        }

        @Override
        public Yen balance() {
            return state.balance();
        }
    }
}
