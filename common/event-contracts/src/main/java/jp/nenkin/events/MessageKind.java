package jp.nenkin.events;

/** What a message in a member's inbox is about. */
public enum MessageKind {
    /** 仮想個人勘定残高通知書, the yearly balance notice. */
    BALANCE_NOTICE
}
