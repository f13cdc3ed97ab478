package jp.nenkin.member.derivation;

/** The kinds of findings. */
public enum FindingKind {
    /** A change of base salary is proposed. */
    CHANGE,
    /** An enrolment is proposed. */
    JOINER,
    /** A loss is possible: filed only if its day and cause are given. */
    LEAVER,
    /** Nothing is proposed, and its reason says why. */
    NOTHING
}
