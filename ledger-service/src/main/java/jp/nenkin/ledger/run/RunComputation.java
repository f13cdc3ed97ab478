package jp.nenkin.ledger.run;

import java.util.List;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.MemberRange;

/** What a run does to members; an instance belongs to one worker and sees each range of members once. */
@FunctionalInterface
public interface RunComputation {

    /**
     * The events of a member's streams, those of a stream in the order of their versions, in the order of the streams'
     * numbers; a stream without one is carried on as it is. A stream without rows may be opened if it is this member's,
     * or that of a member before it in the range who has no open stream.
     *
     * @param newest the newest rows of the member's open streams, in the order of their numbers; valid during the call
     * @throws RuntimeException when the rules refuse: the whole run fails with this as its reason
     */
    List<NewRow> compute(MemberNumber member, List<NewestRow> newest);

    /** Says which members come next; after the last of them the rest is asked for. */
    default void begin(MemberRange range) {}

    /** Streams to open of members in the range after the last one computed. */
    default List<NewRow> rest() {
        return List.of();
    }
}
