package jp.nenkin.member.outcome;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of CSV (RFC 4180) that a spreadsheet opens as text: no cell of it is taken for a formula. */
final class SafeCsv {
    /** By which spreadsheets know the character set. */
    static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String FORMULAS = "=+-@\t\r＝＋－＠";
    private static final String QUOTED = ",\"\r\n";

    private SafeCsv() {}

    /** A line with its end; a cell that begins as a formula does gets an apostrophe before it. */
    static String line(@Nullable String... cells) {
        return Arrays.stream(cells).map(SafeCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String safe = FORMULAS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        boolean plain = safe.chars().noneMatch(character -> QUOTED.indexOf(character) >= 0);
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
