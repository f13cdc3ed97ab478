package jp.nenkin.member.upload;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.file.RowNote;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as it stands.
 *
 * @param line of the file on which it begins, from 1
 * @param held under which an officer decides on it, as long as one is to
 * @param items what was filed in each column that had something, as JSON; null of a row that could not be read
 */
record StoredRow(
        long line,
        @Nullable RowType type,
        RowState state,
        @Nullable String items,
        List<Reason> reasons,
        List<RowNote> notes,
        @Nullable UUID held,
        @Nullable Decision decision) {

    /** What became of it, and when. */
    record Decision(@Nullable UUID filing, @Nullable String memberNumber, Instant at, String by) {}

    /** Of whom it is, once that is decided. */
    Optional<String> memberNumber() {
        return Optional.ofNullable(decision).map(Decision::memberNumber);
    }

    /** A row that waits for its turn. */
    record Waiting(long line, FiledForm form) {}
}
