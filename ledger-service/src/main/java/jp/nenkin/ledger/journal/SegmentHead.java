package jp.nenkin.ledger.journal;

import org.jspecify.annotations.Nullable;

/**
 * Where the newest rows lie.
 *
 * @param online the segment that takes appends
 * @param generation the newest run's segment, with a row for every stream open at its time; null before the first run
 */
public record SegmentHead(int online, @Nullable Integer generation) {

    /** The table of a segment. */
    public static String leaf(int segment) {
        return "journal_" + segment;
    }
}
