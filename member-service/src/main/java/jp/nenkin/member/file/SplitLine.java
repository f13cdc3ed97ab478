package jp.nenkin.member.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The items of a line of the pension service's layouts: commas divide them and nothing is quoted. */
final class SplitLine {
    private static final char COMMA = ',';

    private SplitLine() {}

    static List<String> items(String line) {
        List<String> items = new ArrayList<>();
        int from = 0;
        for (int comma = line.indexOf(COMMA); comma >= 0; comma = line.indexOf(COMMA, from)) {
            items.add(line.substring(from, comma));
            from = comma + 1;
        }
        items.add(line.substring(from));
        return items;
    }

    /** As many items as asked for, where only empty ones are added or taken away; else all there are. */
    static List<String> items(String line, int count) {
        List<String> items = items(line);
        while (items.size() > count && items.getLast().isEmpty()) {
            items.removeLast();
        }
        items.addAll(Collections.nCopies(Math.max(count - items.size(), 0), ""));
        return items;
    }

    /** The line without the empty items at its end, which spreadsheets add. */
    static String trimmed(String line) {
        int end = line.length();
        while (end > 0 && (line.charAt(end - 1) == COMMA || line.charAt(end - 1) == ' ')) {
            end--;
        }
        return line.substring(0, end);
    }
}
