package jp.nenkin.member.derivation;

/** How far a derivation has come. */
public enum DerivationState {
    /** Shown to the clerk; nothing is filed. */
    PROPOSED,
    /** Its lines are filed but for those left out. */
    CONFIRMED,
    /** Nothing of it was filed, nor will be. */
    DISCARDED,
    /** It no longer fitted the record when it was confirmed: another was made in its place. */
    OUTDATED
}
