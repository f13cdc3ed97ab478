package jp.nenkin.events;

/** A language that members are written to in. */
public enum ContactLanguage {
    JAPANESE,
    ENGLISH
}
