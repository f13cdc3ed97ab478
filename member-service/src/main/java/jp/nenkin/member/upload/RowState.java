package jp.nenkin.member.upload;

/** What became of a row. */
public enum RowState {
    /** Nothing yet; where it has reasons, an officer decides. */
    RECEIVED,
    /** It is a filing. */
    PROCESSED,
    /** It has no effect of its own, and is not at fault. */
    NOT_APPLICABLE,
    /** It cannot be filed as it is; its reasons say why. */
    RETURNED
}
