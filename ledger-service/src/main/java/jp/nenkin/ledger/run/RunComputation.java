package jp.nenkin.ledger.run;

import java.util.List;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.money.MemberNumber;

/** What a run does to one member. */
@FunctionalInterface
public interface RunComputation {

    /**
     * The events of a member's streams, at most one for each, in the order of the streams' numbers; a stream without
     * one is carried on as it is. Only members' own streams may be opened: this one's, and those of members before it
     * that have no open stream.
     *
     * @param newest the newest rows of the member's open streams, in the order of their numbers; valid during the call
     * @throws RuntimeException when the rules refuse: the whole run fails with this as its reason
     */
    List<NewRow> compute(MemberNumber member, List<NewestRow> newest);

    /** Streams to open of members after the last one computed. */
    default List<NewRow> rest() {
        return List.of();
    }
}
