package jp.nenkin.member.application;

/** Kinds of bank accounts that transfers go to. */
public enum AccountKind {
    /** 普通預金. */
    ORDINARY,
    /** 当座預金. */
    CURRENT,
    /** 貯蓄預金. */
    SAVINGS
}
