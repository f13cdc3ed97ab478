package jp.nenkin.member.upload;

/** What would become of a checked file, over one establishment or several. */
public enum CheckState {
    /** It would be processed, whatever of its rows is returned. */
    PROCESSED,
    /** Some of its rows would wait for an officer, and nothing is in the way of the others. */
    AWAITING_DECISION,
    /** Of several establishments, the rows of some would be returned as a whole, and those of others not. */
    PARTLY_RETURNED,
    /** Nothing of it would take effect. */
    RETURNED
}
