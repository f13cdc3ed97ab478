package jp.nenkin.member.filer;

/** What a person may do for an establishment; each may file. */
public enum PersonRole {
    CLERK,
    /** Approves what others sent. */
    APPROVER,
    /** Approves, delegates to consultants, and keeps the list of people. */
    ADMINISTRATOR;

    boolean approves() {
        return this != CLERK;
    }
}
