package jp.nenkin.member.file;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** The lines of a text one after the other, of which no more is held than one line of the allowed length. */
final class BoundedLines {
    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[8_192];
    private int next;
    private int end;
    private long number;

    /**
     * A line without its end, which is LF or CRLF.
     *
     * @param number from 1
     * @param whole whether it was short enough; of a longer one only the beginning is kept
     */
    record Line(long number, String text, boolean whole) {}

    BoundedLines(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** The next line, or null after the last. */
    @Nullable
    Line next() throws IOException {
        if (!more()) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        boolean whole = true;
        while (more()) {
            char character = buffer[next++];
            if (character == '\n') {
                break;
            }
            // One more than allowed, because the last may be the CR of the line's end.
            if (line.length() <= longest) {
                line.append(character);
            } else {
                whole = false;
            }
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return new Line(number, line.toString(), whole && line.length() <= longest);
    }

    private boolean more() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(text.read(buffer), 0);
        }
        return next < end;
    }
}
