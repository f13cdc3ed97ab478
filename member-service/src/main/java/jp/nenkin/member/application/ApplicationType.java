package jp.nenkin.member.application;

/** What a member applies for. */
public enum ApplicationType {
    ADDRESS_CHANGE,
    BANK_ACCOUNT_CHANGE,
    /** Waits for an officer, who looks at the evidence. */
    NAME_CHANGE
}
