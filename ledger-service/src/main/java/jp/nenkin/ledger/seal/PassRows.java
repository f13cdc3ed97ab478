package jp.nenkin.ledger.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.nenkin.ledger.journal.SegmentHead;

/** The queries of one step of a verification. */
final class PassRows {
    private static final int STREAMS_PER_PART = 50_000;

    private PassRows() {}

    /** The rows of a part of the streams, in the order of streams, versions and segments. */
    static String select(Pass pass, Part part) {
        List<String> leaves = new ArrayList<>();
        if (pass.generation() != null) {
            leaves.add(leaf(WalkedRow.givenColumns(), pass.generation(), part));
        }
        pass.online().forEach(segment -> leaves.add(leaf(WalkedRow.columns(true), segment, part) + pass.settledOnly()));
        if (pass.run() != null) {
            leaves.add(leaf(WalkedRow.columns(false), pass.run().id(), part));
        }
        return String.join(" union all ", leaves) + " order by stream, version, segment";
    }

    private static String leaf(String columns, int segment, Part part) {
        return "select %s from %s where stream >= %d and stream < %d"
                .formatted(columns, SegmentHead.leaf(segment), part.from(), part.until());
    }

    /** The newest rows of streams that go on here and are in no generation, from wherever they were left. */
    static String returning(Pass pass) {
        String generation = pass.generation() == null
                ? ""
                : "and not exists (select from %s as given where given.stream = back.stream)"
                        .formatted(SegmentHead.leaf(pass.generation()));
        String online = pass.online().stream()
                .map(segment ->
                        "select stream, version from " + SegmentHead.leaf(segment) + " where true" + pass.settledOnly())
                .collect(Collectors.joining(" union all "));
        int first = pass.online().getFirst();
        return """
                select newest.* from (
                    select stream from (%s) as online group by stream having min(version) > 1
                ) as back
                cross join lateral (
                    select %s from journal where stream = back.stream and segment < %d order by version desc limit 1
                ) as newest
                where true %s
                """.formatted(online, WalkedRow.columns(false), first, generation);
    }

    /**
     * The step in parts of some ten thousand streams, cut where a sealed block of the seal nearest to it ends.
     *
     * <p>The blocks only say where to cut: the parts reach from the lowest number to the highest whatever they say.
     */
    static List<Part> parts(SealContent blocks) {
        List<Part> parts = new ArrayList<>();
        long from = Long.MIN_VALUE;
        long streams = 0;
        for (SealBlock block : blocks.blocks()) {
            if (streams >= STREAMS_PER_PART) {
                long until = SealBlock.firstStream(block.block());
                parts.add(new Part(from, until));
                from = until;
                streams = 0;
            }
            streams += block.streams();
        }
        parts.add(new Part(from, Long.MAX_VALUE));
        return parts;
    }

    /** A range of streams, the last one not included. */
    record Part(long from, long until) {}
}
