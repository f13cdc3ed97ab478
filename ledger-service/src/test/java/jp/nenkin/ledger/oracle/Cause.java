package jp.nenkin.ledger.oracle;

/** Why a membership ended. */
enum Cause {
    RETIREMENT,
    DEATH,
    AGE_65,
    CERTAIN_RE_ENROLMENT,
    MERGER,
    VOLUNTARY_WITHDRAWAL,
    OTHER;

    /** The person stays with the employer and waits for the old-age right. Source: domain rules, section 4. */
    boolean makesWait() {
        return this == MERGER || this == VOLUNTARY_WITHDRAWAL;
    }
}
