package jp.nenkin.events;

/** What an account is. */
public enum AccountStanding {
    /** The member is a member; contributions come and every 31 March is credited. */
    ACTIVE,
    /** There is a right to a benefit and nothing is chosen yet; it earns nothing. */
    PAYABLE,
    /** The benefit is deferred, and the account goes on earning. */
    DEFERRED,
    /** Credited each 31 March without membership: after a merger or voluntary withdrawal, or before joining. */
    WAITING,
    /** There is no right to a benefit; the balance is restored if the member comes back. */
    FROZEN,
    /** The balance was paid. */
    CLOSED,
    /** A filing waits for the crediting rate of its year. */
    RATE_PENDING
}
