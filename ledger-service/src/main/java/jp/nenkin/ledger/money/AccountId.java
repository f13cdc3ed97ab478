package jp.nenkin.ledger.money;

import jp.nenkin.events.Plan;

/**
 * Which virtual account: a member's, in a plan.
 *
 * @param ordinal 0 for the ordinary account, 1 and up for the sub-account of a transferred asset
 */
public record AccountId(MemberNumber member, Plan plan, int ordinal) {
    private static final int LARGEST_ORDINAL = 999;

    public AccountId {
        if (ordinal < 0 || ordinal > LARGEST_ORDINAL) {
            throw new IllegalArgumentException("an account's ordinal is between 0 and 999: " + ordinal);
        }
    }

    /** Whether contributions are posted here; transferred assets only earn interest. */
    public boolean isOrdinary() {
        return ordinal == 0;
    }

    @Override
    public String toString() {
        return member + "/" + plan + "/" + ordinal;
    }
}
