package jp.nenkin.member.derivation;

/** The kinds of findings. */
public enum FindingKind {
    /** A change of base salary is proposed. */
    CHANGE,
    /** Nothing is proposed, and its reason says why. */
    NOTHING
}
