package jp.nenkin.ledger.interest;

/** What a person is at a month's end, on which depends what the month earns. Source: domain rules, sections 3 and 4. */
public enum MonthKind {
    /** A member: the rate of the fiscal year. */
    MEMBER,
    /** No member, with a right to what the account earns: the rate of the year, capped for some. */
    OUTSIDE,
    /** Frozen: nothing. */
    FROZEN
}
