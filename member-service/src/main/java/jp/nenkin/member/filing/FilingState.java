package jp.nenkin.member.filing;

/** What became of something that was filed. */
public enum FilingState {
    /** Nothing yet: it waits for an officer, or, in a file, for its turn. */
    RECEIVED,
    /** It took effect. */
    PROCESSED,
    /** It has no effect of its own, and is not at fault. */
    NOT_APPLICABLE,
    /** It was given back with reasons. */
    RETURNED,
    /** Who filed it took it back while it waited. */
    WITHDRAWN
}
