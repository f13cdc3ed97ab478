package jp.nenkin.ledger.journal;

import jp.nenkin.ledger.money.MemberNumber;

/** A command was decided and its commit has not come in time; it may still come, so asking again needs the same key. */
public final class OutcomeUnknown extends RuntimeException {
    private final MemberNumber member;

    OutcomeUnknown(MemberNumber member) {
        super("a command for member " + member + " was not committed in time");
        this.member = member;
    }

    public MemberNumber member() {
        return member;
    }
}
