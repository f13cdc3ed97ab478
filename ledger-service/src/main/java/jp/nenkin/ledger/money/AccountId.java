package jp.nenkin.ledger.money;

import java.util.Comparator;
import jp.nenkin.events.Plan;

/**
 * Which virtual account: a member's, in a plan.
 *
 * @param ordinal its hundreds count the accounts opened after an earlier one was paid; the rest is 0 for the ordinary
 *     account, 1 and up for the sub-account of a transferred asset
 */
public record AccountId(MemberNumber member, Plan plan, int ordinal) {
    /** By plan and ordinal, for accounts of one member. */
    public static final Comparator<AccountId> IN_ORDER =
            Comparator.comparing(AccountId::plan).thenComparingInt(AccountId::ordinal);

    private static final int LARGEST_ORDINAL = 999;
    private static final int PER_LIFE = 100;

    public AccountId {
        if (ordinal < 0 || ordinal > LARGEST_ORDINAL) {
            throw new IllegalArgumentException("an account's ordinal is between 0 and 999: " + ordinal);
        }
    }

    /** The account of a plan after so many earlier ones were paid. */
    public static AccountId ordinary(MemberNumber member, Plan plan, int life) {
        return new AccountId(member, plan, life * PER_LIFE);
    }

    /** The sub-account of a transferred asset, by its number from 1 to 99 among the member's assets in the plan. */
    public static AccountId transferred(MemberNumber member, Plan plan, int life, int number) {
        if (number < 1 || number >= PER_LIFE) {
            throw new IllegalArgumentException("a transferred asset's number is between 1 and 99: " + number);
        }
        return new AccountId(member, plan, life * PER_LIFE + number);
    }

    /** How many earlier accounts of the member were paid before this one was opened. */
    public int life() {
        return ordinal / PER_LIFE;
    }

    /** Whether contributions are posted here; transferred assets only earn interest. */
    public boolean isOrdinary() {
        return ordinal % PER_LIFE == 0;
    }

    @Override
    public String toString() {
        return member + "/" + plan + "/" + ordinal;
    }
}
