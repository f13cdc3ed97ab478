package jp.nenkin.member.upload;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.file.FiledRow;
import org.jspecify.annotations.Nullable;

/** What the rows of a checked file come to: all or nothing, or row by row, for each establishment by itself. */
final class Verdict {
    private static final FileTable.Tally ONE_RETURNED = new FileTable.Tally(0, 0, 1);

    private final FileMode mode;
    private final RowOwners owners;
    private final @Nullable String keeper;
    private final SortedMap<String, FileTable.Tally> parts = new TreeMap<>();
    private FileTable.Tally nobodys = FileTable.Tally.NOTHING;
    private boolean anybodys;

    Verdict(FileMode mode, RowOwners owners) {
        this.mode = mode;
        this.owners = owners;
        Establishment only = owners.keeper();
        this.keeper = only == null ? null : only.number().value();
        if (keeper != null) {
            parts.put(keeper, FileTable.Tally.NOTHING);
        }
    }

    void add(FiledRow row, RowOutcome outcome) {
        add(row, FileTable.Tally.NOTHING.with(outcome));
    }

    /** A row that could not be read; where nobody can tell whose it is, it may be of any of them. */
    void returned(FiledRow.Refused row) {
        anybodys |= RowOwners.isAnybodys(row);
        add(row, ONE_RETURNED);
    }

    private void add(FiledRow row, FileTable.Tally one) {
        String owner = owners.of(row).map(named -> named.number().value()).orElse(keeper);
        if (owner == null) {
            nobodys = nobodys.plus(one);
        } else {
            parts.merge(owner, one, FileTable.Tally::plus);
        }
    }

    /** So many rows of the one establishment that the file is for are returned for another reason. */
    void returnedAfterAll(int rows) {
        if (keeper != null) {
            parts.merge(keeper, new FileTable.Tally(-rows, 0, rows), FileTable.Tally::plus);
        }
    }

    FileTable.Tally total() {
        return parts.values().stream().reduce(nobodys, FileTable.Tally::plus);
    }

    /** What is true of all parts together; rows that are nobody's are returned in any case. */
    CheckState state() {
        Set<FileState> states = parts.values().stream().map(this::state).collect(Collectors.toSet());
        if (states.isEmpty() || states.equals(Set.of(FileState.RETURNED))) {
            return CheckState.RETURNED;
        }
        boolean strangers = mode == FileMode.ALL_OR_NOTHING && nobodys.rows() > 0;
        if (strangers || states.contains(FileState.RETURNED)) {
            return CheckState.PARTLY_RETURNED;
        }
        return states.contains(FileState.AWAITING_DECISION) ? CheckState.AWAITING_DECISION : CheckState.PROCESSED;
    }

    /** What becomes of an establishment's rows. */
    FileState state(FileTable.Tally part) {
        if (mode == FileMode.ALL_OR_NOTHING && (part.returned() > 0 || anybodys)) {
            return FileState.RETURNED;
        }
        return part.waiting() > 0 ? FileState.AWAITING_DECISION : FileState.PROCESSED;
    }

    /** By the numbers of the establishments. */
    SortedMap<String, FileTable.Tally> parts() {
        return Collections.unmodifiableSortedMap(parts);
    }
}
