package jp.nenkin.member.upload;

/** What a row that is returned means for the others of its file. */
public enum FileMode {
    /** None of them takes effect. */
    ALL_OR_NOTHING,
    /** Nothing: each stands for itself. */
    ROW_BY_ROW
}
