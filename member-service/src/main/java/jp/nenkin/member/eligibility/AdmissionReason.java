package jp.nenkin.member.eligibility;

/** Why somebody is let in who cannot reach the months for a right. Source: domain rules, section 4, 62-year rule. */
public enum AdmissionReason {
    /** Was a member of the predecessor fund on or before 30 June 2016 and has continued. */
    PREDECESSOR_MEMBER,
    /** Brought the predecessor fund's distribution and was waiting for the benefit. */
    PREDECESSOR_DISTRIBUTION,
    /** Lost membership with a right, took no benefit and comes back. */
    RIGHT_NOT_TAKEN
}
