package jp.nenkin.ledger.seal;

import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was written.
 *
 * @param seal the seal concerned, if one is
 * @param block the block of member numbers, where no stream can be named
 * @param version the row's version in its stream, if it is a row
 */
public record Finding(
        FindingKind kind,
        @Nullable Long seal,
        @Nullable Long block,
        @Nullable StreamId stream,
        @Nullable Integer version,
        String expected,
        String found) {

    static Finding row(FindingKind kind, StoredRow row, Object expected, Object found) {
        return new Finding(
                kind, null, null, row.stream(), row.version(), String.valueOf(expected), String.valueOf(found));
    }

    static Finding seal(FindingKind kind, long seal, Object expected, Object found) {
        return new Finding(kind, seal, null, null, null, String.valueOf(expected), String.valueOf(found));
    }

    /** In one line, as a reader is told it. */
    public String text() {
        StringBuilder text = new StringBuilder(kind.name());
        if (seal != null) {
            text.append(" seal ").append(seal);
        }
        if (block != null) {
            text.append(" members ").append(SealBlock.members(block));
        }
        if (stream != null) {
            text.append(" stream ").append(stream.value());
        }
        if (version != null) {
            text.append(" version ").append(version);
        }
        return text + ": expected " + expected + ", found " + found;
    }
}
