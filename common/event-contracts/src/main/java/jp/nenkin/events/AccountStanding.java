package jp.nenkin.events;

/** What an account is after its membership ended. */
public enum AccountStanding {
    /** There is a right to a benefit and nothing is chosen yet. */
    PAYABLE,
    /** There is no right to a benefit; the balance is restored if the member comes back. */
    FROZEN
}
