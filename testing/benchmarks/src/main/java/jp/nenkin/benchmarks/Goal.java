package jp.nenkin.benchmarks;

import java.util.Locale;

/**
 * What the ratio of a piece to its reference must reach, in the median of the rounds.
 *
 * @param atMost whether less is better, as for times; else more is, as for rates
 */
record Goal(String piece, String reference, double limit, boolean atMost) {

    static Goal atMost(String piece, String reference, double limit) {
        return new Goal(piece, reference, limit, true);
    }

    static Goal atLeast(String piece, String reference, double limit) {
        return new Goal(piece, reference, limit, false);
    }

    boolean isReachedBy(double ratio) {
        return atMost ? ratio <= limit : ratio >= limit;
    }

    /** One line: the median, the goal, and the round that was furthest from it. */
    String verdict(double median, double least, double most) {
        return String.format(
                Locale.ROOT,
                "%s/%s ratio=%.2f goal=%.2f %s (worst %.2f)%n",
                piece,
                reference,
                median,
                limit,
                isReachedBy(median) ? "pass" : "fail",
                atMost ? most : least);
    }
}
