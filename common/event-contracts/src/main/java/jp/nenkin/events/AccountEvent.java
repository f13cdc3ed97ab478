package jp.nenkin.events;

import java.time.LocalDate;

/** A change of one account, with the balance that results, so that a reader overwrites what it knew. */
public sealed interface AccountEvent extends LedgerEvent
        permits AccountOpened,
                BalanceTakenOver,
                BaseSalaryRecorded,
                ContributionPosted,
                ContributionAdjusted,
                InterestCredited,
                MembershipEnded,
                MembershipResumed,
                TransferCredited,
                TransferAdjusted,
                InterestAdjusted,
                EstablishmentMoved,
                RateAwaited,
                DeferralBegun,
                InterestEnded,
                LumpSumPaid,
                ExcessRecorded,
                ExcessRecovered,
                AccountRestated {

    /** Ten digits. */
    String memberNumber();

    /** The pension plan the account belongs to. */
    Plan plan();

    /** 0 is the ordinary account, 1 and above a transferred asset. */
    int ordinal();

    /** The day from which the change counts. */
    LocalDate valueDate();

    /** The account's balance after the change, in yen. */
    long balance();

    @Override
    default String key() {
        return memberNumber();
    }
}
