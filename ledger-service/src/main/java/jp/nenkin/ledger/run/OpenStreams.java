package jp.nenkin.ledger.run;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.ledger.journal.SegmentHead;

/**
 * How the newest rows of open streams are read: of a stream that was appended to, its online rows too, the newest last.
 *
 * <p>The generation holds the streams that its own run has closed, and the online segment those closed since.
 */
final class OpenStreams {
    private static final String COLUMNS = "stream, version, value_date, balance, recorded_at, state, hash";

    private OpenStreams() {}

    /** The streams of a chunk: ordered index scans are merged. */
    static String of(SegmentHead head, Chunk chunk) {
        String range = "between " + chunk.firstStream() + " and " + chunk.lastStream();
        return """
                select * from (%s) as leaves
                where stream not in (select id from stream where closed_segment in (%s) and id %s)
                order by stream, version
                """.formatted(leaves(head, COLUMNS, range), numbers(head), range);
    }

    /** The streams of members, 0 for those of none: each is looked up. */
    static String of(SegmentHead head, List<Long> members) {
        String wanted = members.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        // The offset skips nothing. It keeps the planner from going through a whole leaf in its order, with all members
        // compared to each of its rows, only to save itself a sort.
        String range = "between member.number * 10000 and member.number * 10000 + 9999";
        return """
                select leaves.* from unnest('%s'::int8[]) as member (number)
                cross join lateral (select * from (%s) as rows offset 0) as leaves
                where not exists (select from stream where id = leaves.stream and closed_segment in (%s))
                order by stream, version
                """.formatted(wanted, leaves(head, COLUMNS, range), numbers(head));
    }

    /** The numbers of streams in a range, those of several rows several times. */
    static String numbers(SegmentHead head, String range) {
        return leaves(head, "stream", range);
    }

    private static String leaves(SegmentHead head, String columns, String range) {
        return segments(head)
                .map(segment ->
                        "select %s from %s where stream %s".formatted(columns, SegmentHead.leaf(segment), range))
                .collect(Collectors.joining(" union all "));
    }

    private static String numbers(SegmentHead head) {
        return segments(head).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static Stream<Integer> segments(SegmentHead head) {
        Integer generation = head.generation();
        return generation == null ? Stream.of(head.online()) : Stream.of(head.online(), generation);
    }
}
