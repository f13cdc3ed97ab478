package jp.nenkin.member.file;

/** What kinds of files employers send. */
public enum FileKind {
    /** Our own CSV with a header row. */
    OURS,
    /** SHFD0006.CSV of the pension service. */
    SHFD0006,
    /** KNFD0006.CSV, its variant for pension funds. */
    KNFD0006
}
