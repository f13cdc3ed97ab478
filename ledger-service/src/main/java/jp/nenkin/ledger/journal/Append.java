package jp.nenkin.ledger.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/** The appends of one transaction, which holds the shards of its members; what it reads stays the newest. */
public final class Append {
    private final Storage storage;
    private final Set<Long> members;
    private final HashChain chain = new HashChain();
    private final Map<StreamId, NewestRow> known = new HashMap<>();
    private final Set<StreamId> absent = new HashSet<>();
    private final List<StoredRow> stored = new ArrayList<>();
    private final List<NewRow> added = new ArrayList<>();
    private Instant recordedAt;
    private @Nullable Integer online;

    Append(Storage storage, Set<Long> members, Instant recordedAt) {
        this.storage = storage;
        this.members = members;
        this.recordedAt = recordedAt;
    }

    /** A stream's newest row, with what this transaction has written. */
    public Optional<NewestRow> newest(StreamId stream) {
        return newest(List.of(stream)).stream().findAny();
    }

    /** The newest rows of streams, with what this transaction has written; none for a stream without rows. */
    public List<NewestRow> newest(Collection<StreamId> streams) {
        learn(streams);
        return new TreeSet<>(streams)
                .stream().map(known::get).filter(row -> row != null).toList();
    }

    /** The newest rows of all streams of all members begun with, closed ones too, in the order of their numbers. */
    public List<NewestRow> newest() {
        List<MemberNumber> begun = members.stream()
                .filter(member -> member > 0)
                .map(MemberNumber::new)
                .toList();
        storage.newestOf(begun).forEach(this::learn);
        return known.values().stream()
                .sorted((left, right) -> left.stream().compareTo(right.stream()))
                .toList();
    }

    /**
     * Appends events, each following its stream's newest row or one before it in the list.
     *
     * @throws StaleVersion when a row was decided on another version
     * @throws IllegalArgumentException when a balance does not add up or a member was not begun with
     */
    public void write(List<NewRow> rows) {
        add(rows);
        flush();
    }

    /** The same, but kept until the next {@link #flush}: many appends share a statement. */
    public void add(List<NewRow> rows) {
        learn(rows.stream().map(NewRow::stream).toList());
        for (NewRow row : rows) {
            stored.add(follow(row));
            added.add(row);
        }
    }

    /** Stores what was added. */
    public void flush() {
        if (!added.isEmpty()) {
            storage.write(stored, added);
            stored.clear();
            added.clear();
        }
    }

    /** What the rows carry. */
    Instant recordedAt() {
        return recordedAt;
    }

    private StoredRow follow(NewRow row) {
        if (!members.contains(row.stream().memberValue())) {
            throw new IllegalArgumentException(
                    "nothing was begun for stream " + row.stream().value());
        }
        NewestRow before = known.getOrDefault(row.stream(), NewestRow.beforeTheFirst(row));
        before.precedes(row);
        byte[] hash = chain.next(before.hash(), online(), recordedAt, row);
        known.put(row.stream(), NewestRow.of(row, recordedAt, hash));
        return StoredRow.of(row, online(), recordedAt, hash);
    }

    private int online() {
        if (online == null) {
            online = storage.head().online();
        }
        return online;
    }

    private void learn(Collection<StreamId> streams) {
        List<StreamId> unknown = streams.stream()
                .filter(stream -> !known.containsKey(stream) && !absent.contains(stream))
                .distinct()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        absent.addAll(unknown);
        storage.newest(unknown).forEach(this::learn);
    }

    private void learn(NewestRow row) {
        absent.remove(row.stream());
        known.put(row.stream(), row);
        // No stream goes back in time, whichever instance wrote before.
        recordedAt = row.notBefore(recordedAt);
    }
}
