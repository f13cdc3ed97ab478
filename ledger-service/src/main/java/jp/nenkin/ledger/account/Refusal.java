package jp.nenkin.ledger.account;

/** Why an account refuses a command; the name is the stable code in {@code parked_event} and in problem details. */
public enum Refusal {
    /** There is no such account. */
    ACCOUNT_NOT_OPEN,
    /** The account is open already. */
    ACCOUNT_ALREADY_OPEN,
    /** A balance was taken over before, or the account did not come from a former system. */
    BALANCE_NOT_AWAITED,
    /** The balance of the former system has not come yet. */
    BALANCE_AWAITED,
    /** The establishment does not offer the plan on the day. */
    PLAN_NOT_OFFERED,
    /** Membership was lost before. */
    MEMBERSHIP_ALREADY_ENDED,
    /** The day lies before the day of acquisition. */
    BEFORE_ACQUISITION,
    /** The day lies before the day of loss. */
    BEFORE_LOSS,
    /** The account misses a month or a crediting that an earlier run brings. */
    EARLIER_PERIOD_NOT_RUN,
    /** A crediting date falls in a fiscal year without an approved rate. */
    RATE_NOT_APPROVED,
    /** There is no balance to be paid or deferred: membership goes on, there is no right, or it is chosen otherwise. */
    NOT_PAYABLE,
    /** There is no deferral or waiting to end. */
    NOT_DEFERRED,
    /** A benefit was paid for what the filing would take away. */
    PAID_ALREADY,
    /** What came back is more than was paid too much. */
    NOTHING_PAID_TOO_MUCH,
    /** The filing that is to be replaced or cancelled is not known, or no longer holds. */
    FILING_NOT_IN_EFFECT,
    /** Taken with what else is on record about the member, the filing cannot be. */
    CONTRADICTED
}
