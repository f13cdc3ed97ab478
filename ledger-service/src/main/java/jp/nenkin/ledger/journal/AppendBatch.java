package jp.nenkin.ledger.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jp.nenkin.ledger.money.MemberNumber;

/**
 * The appends of several commands in one transaction: each sees what those before it have done, and its rows are kept
 * or dropped as a whole. Everything was read before the first and is written after the last.
 */
final class AppendBatch extends Storage {
    private final Journal journal;
    private final SegmentHead head;
    private final Instant recordedAt;
    private final NavigableMap<StreamId, NewestRow> newest = new TreeMap<>();
    private final Rows kept = new Rows();
    private final Rows offered = new Rows();

    /**
     * A batch without rows yet.
     *
     * @param newest the newest rows of all streams of all members of the batch
     */
    AppendBatch(Journal journal, SegmentHead head, Instant recordedAt, List<NewestRow> newest) {
        this.journal = journal;
        this.head = head;
        this.recordedAt = recordedAt;
        newest.forEach(row -> this.newest.put(row.stream(), row));
    }

    /** The append of the next command, to a member of the batch. */
    Append next(MemberNumber member) {
        offered.clear();
        return new Append(this, Set.of(member.value()), recordedAt);
    }

    /** What the last command has written counts. */
    void keep() {
        for (int index = 0; index < offered.news().size(); index++) {
            NewRow row = offered.news().get(index);
            StoredRow stored = offered.stored().get(index);
            newest.put(row.stream(), NewestRow.of(row, stored.recordedAt(), stored.hash()));
        }
        kept.add(offered.stored(), offered.news());
    }

    /** Writes what was kept. */
    void write() {
        if (!kept.stored().isEmpty()) {
            journal.write(kept.stored(), kept.news());
        }
    }

    @Override
    List<NewestRow> newest(Collection<StreamId> wanted) {
        return wanted.stream()
                .sorted()
                .map(newest::get)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    List<NewestRow> newestOf(Collection<MemberNumber> members) {
        return members.stream()
                .map(StreamId::of)
                .flatMap(first ->
                        newest.subMap(first, new StreamId(first.value() + StreamId.PER_MEMBER)).values().stream())
                .toList();
    }

    @Override
    SegmentHead head() {
        return head;
    }

    @Override
    void write(List<StoredRow> stored, List<NewRow> news) {
        offered.add(stored, news);
    }

    /** Rows as they will be stored, and what each means for the registry. */
    private record Rows(List<StoredRow> stored, List<NewRow> news) {
        Rows() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(List<StoredRow> moreStored, List<NewRow> moreNews) {
            stored.addAll(moreStored);
            news.addAll(moreNews);
        }

        void clear() {
            stored.clear();
            news.clear();
        }
    }
}
