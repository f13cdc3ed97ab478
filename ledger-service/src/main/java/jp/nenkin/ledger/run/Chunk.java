package jp.nenkin.ledger.run;

import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.MemberRange;

/**
 * A part of a run that one worker computes: whole members.
 *
 * @param number from 1; the first holds the streams that belong to no member too
 */
record Chunk(int number, long firstStream, long lastStream) {
    static final long FIRST_STREAM = 1;
    static final long FIRST_OF_MEMBERS = StreamId.of(new MemberNumber(1)).value();
    static final long LAST_STREAM = StreamId.lastOf(MemberNumber.LAST).value();

    MemberRange members() {
        long first = Math.max(1, new StreamId(firstStream).memberValue());
        return new MemberRange(new MemberNumber(first), new StreamId(lastStream).member());
    }
}
