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
    /** Membership was lost before. */
    MEMBERSHIP_ALREADY_ENDED,
    /** The day lies before the day of acquisition. */
    BEFORE_ACQUISITION,
    /** It would change what a crediting date already credited was computed from. */
    OVER_A_CREDITED_DATE,
    /** The account misses a month or a crediting that an earlier run brings. */
    EARLIER_PERIOD_NOT_RUN,
    /** A crediting date falls in a fiscal year without an approved rate. */
    RATE_NOT_APPROVED,
    /** Months outside membership would be credited at the capped rate. */
    CAPPED_MONTHS
}
