package jp.nenkin.ledger.seal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a verification: the rows that came after a generation up to the next one, each stream going on from its
 * newest row in the generation before.
 *
 * @param generation the run's segment before; null before the first
 * @param online the online segments since
 * @param run the run's segment that closes the step; null while the newest online segment is open
 * @param seals those of the segments of this step, in the order of their numbers
 * @param settled below this transaction number no row comes any more; rows above it are left for another time
 */
record Pass(
        @Nullable Integer generation,
        List<Integer> online,
        @Nullable SegmentEntry run,
        List<Seal> seals,
        long settled) {

    /** The whole journal in steps. */
    static List<Pass> all(List<SegmentEntry> segments, List<Seal> seals, long settled) {
        List<Pass> passes = new ArrayList<>();
        List<Integer> online = new ArrayList<>();
        Integer generation = null;
        for (SegmentEntry segment : segments) {
            if (segment.isRun()) {
                passes.add(of(generation, online, segment, seals));
                generation = segment.id();
                online.clear();
            } else {
                online.add(segment.id());
            }
        }
        Pass last = of(generation, online, null, seals);
        passes.add(new Pass(generation, last.online(), null, last.seals(), settled));
        return passes;
    }

    private static Pass of(
            @Nullable Integer generation, List<Integer> online, @Nullable SegmentEntry run, List<Seal> seals) {
        List<Seal> own = seals.stream()
                .filter(seal -> online.contains(seal.cut().segment())
                        || (run != null && seal.cut().segment() == run.id()))
                .toList();
        return new Pass(generation, List.copyOf(online), run, own, Long.MAX_VALUE);
    }

    /** The condition for the rows of online segments; empty when all of them count. */
    String settledOnly() {
        return settled == Long.MAX_VALUE ? "" : " and xid < '" + settled + "'::xid8";
    }

    boolean isRun(int segment) {
        return run != null && run.id() == segment;
    }

    boolean isGiven(int segment) {
        return generation != null && generation == segment;
    }
}
