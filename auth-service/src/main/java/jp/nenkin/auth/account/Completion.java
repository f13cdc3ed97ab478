package jp.nenkin.auth.account;

/** What became of a draft. */
public sealed interface Completion {
    /** It is an account now. */
    record Registered(String memberNumber, String loginId) implements Completion {}

    /** It is no draft and no account any more: past its time, dropped, or never one. */
    record Over() implements Completion {}
}
