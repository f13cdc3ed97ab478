package jp.nenkin.member.upload;

/** How far a file has come. */
public enum FileState {
    /** Stored, and about to be processed. */
    RECEIVED,
    /** Stored; a second person of the establishment must approve it first. */
    AWAITING_APPROVAL,
    /** Each row says what became of it, but for some on which an officer decides. */
    AWAITING_DECISION,
    /** Each row says what became of it. */
    PROCESSED,
    /** All or nothing, and it was nothing. */
    RETURNED,
    /** Taken back before it was processed. */
    WITHDRAWN
}
