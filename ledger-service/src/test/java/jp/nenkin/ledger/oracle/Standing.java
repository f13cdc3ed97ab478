package jp.nenkin.ledger.oracle;

/** How an account stands on a day. Source: domain rules, section 4. */
enum Standing {
    ACTIVE,
    PAYABLE,
    DEFERRED,
    WAITING,
    FROZEN,
    CLOSED,
    RATE_PENDING
}
