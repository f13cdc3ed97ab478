package jp.nenkin.auth.mail;

/** What became of a mail. */
public enum Delivery {
    /** It will be tried, or tried again. */
    WAITING,
    /** The mail server has taken it. */
    SENT,
    /** The mail server does not take it: the address is wrong, or the mailbox is closed. */
    REFUSED
}
