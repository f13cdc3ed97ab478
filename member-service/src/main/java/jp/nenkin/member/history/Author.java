package jp.nenkin.member.history;

/** What kind of caller said something, for those who need not know who exactly. */
public enum Author {
    FUND,
    EMPLOYER,
    MEMBER,
    SYSTEM;

    /** Of an id as callers have it: the realm before the slash. */
    static Author of(String callerId) {
        return switch (callerId.substring(0, Math.max(0, callerId.indexOf('/')))) {
            case "fund" -> FUND;
            case "employer" -> EMPLOYER;
            case "member" -> MEMBER;
            default -> SYSTEM;
        };
    }
}
