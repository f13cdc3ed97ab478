package jp.nenkin.member.file;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Hands rows out one at a time and counts them; it holds none. */
final class Tally {
    private final Consumer<FiledRow> taker;
    private final long mostRows;
    private final SortedMap<String, Long> formsNotOurs = new TreeMap<>();
    private long rows;
    private long refused;
    private long others;

    Tally(Consumer<FiledRow> taker, FileLimits limits) {
        this.taker = taker;
        this.mostRows = limits.rows();
    }

    void row(FiledRow row) {
        rows++;
        refuseMore();
        if (row instanceof FiledRow.Refused) {
            refused++;
        }
        taker.accept(row);
    }

    /** A line of a form that the fund does not take. */
    void notOurs(String form) {
        others++;
        refuseMore();
        formsNotOurs.merge(form, 1L, Long::sum);
    }

    private void refuseMore() {
        if (rows + others > mostRows) {
            throw FileRefused.because(FileProblem.TOO_MANY_ROWS, Map.of("rows", mostRows));
        }
    }

    long rows() {
        return rows;
    }

    long refused() {
        return refused;
    }

    SortedMap<String, Long> formsNotOurs() {
        return formsNotOurs;
    }
}
