package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.Filing;
import jp.nenkin.events.LossCause;
import jp.nenkin.ledger.interest.CreditingRate;
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
     * @param baseSalary none for a transferred asset
     * @param takeOver whether a balance of a former system is still to come
     * @param creditedMonths months that a transferred asset carries, 0 otherwise
     */
    record AccountOpened(
            AccountId account,
            Membership membership,
            @Nullable Yen baseSalary,
            boolean takeOver,
            int creditedMonths,
            Filing filing)
            implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return membership.acquiredOn();
        }

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
            implements AccountEvent {}

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
     * @param openingMonths C1
     * @param yenMonths Σ A2 × C2
     * @param closing the balance of value dates up to the crediting date
     * @param balance with amounts of later value dates, where some were posted already
     */
    record InterestCredited(
            AccountId account,
            LocalDate creditedOn,
            CreditingRate rate,
            Yen opening,
            int openingMonths,
            long yenMonths,
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
    }

    /** Eligibility was lost: contributions have ended and interest is credited to the day before. */
    record MembershipEnded(
            AccountId account, LocalDate lostOn, LossCause cause, AccountStanding standing, Yen balance, Filing filing)
            implements AccountEvent {
        @Override
        public LocalDate valueDate() {
            return lostOn;
        }
    }

    /** The member is back, and the account goes on. */
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
}
