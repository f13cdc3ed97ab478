package jp.nenkin.ledger.journal;

import java.util.Collection;
import java.util.List;
import jp.nenkin.ledger.money.MemberNumber;

/** What an append reads from and writes to. */
abstract class Storage {

    /** The newest rows of streams, in the order of their numbers; none for a stream without rows. */
    abstract List<NewestRow> newest(Collection<StreamId> wanted);

    /** The newest rows of all streams of members, closed ones too, in the order of their numbers. */
    abstract List<NewestRow> newestOf(Collection<MemberNumber> members);

    /** The head, which nobody moves before the transaction ends. */
    abstract SegmentHead head();

    /** Writes rows that an append has found to follow, and what they mean for the registry. */
    abstract void write(List<StoredRow> stored, List<NewRow> news);
}
