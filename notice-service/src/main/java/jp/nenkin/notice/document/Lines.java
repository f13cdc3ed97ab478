package jp.nenkin.notice.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as lines of at most a width, broken where Japanese allows it. */
final class Lines {
    private final Paper paper;
    private final Style style;
    private final float width;
    private final List<String> lines = new ArrayList<>();
    private String line = "";

    private Lines(Paper paper, Style style, float width) {
        this.paper = paper;
        this.style = style;
        this.width = width;
    }

    static List<String> of(Paper paper, Style style, float width, String text) {
        Lines lines = new Lines(paper, style, width);
        lines.fill(text);
        return lines.lines;
    }

    private void fill(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.JAPANESE);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (!isBeforeUnit(text, end)) {
                add(text.substring(start, end));
                start = end;
            }
        }
        turn();
    }

    private void add(String piece) {
        if (fits(line + piece)) {
            line += piece;
        } else if (fits(piece)) {
            turn();
            line = piece;
        } else {
            piece.codePoints().mapToObj(Character::toString).forEach(this::addCharacter);
        }
    }

    /** A number and its unit stay together: 12か月, 100円. */
    private static boolean isBeforeUnit(String text, int at) {
        return at < text.length() && Character.isDigit(text.charAt(at - 1)) && Character.isLetter(text.charAt(at));
    }

    /** For what has no place to break and is longer than a line: a name in Latin letters, say. */
    private void addCharacter(String character) {
        if (!fits(line + character)) {
            turn();
        }
        line += character;
    }

    private void turn() {
        if (!line.isBlank()) {
            lines.add(line.stripTrailing());
        }
        line = "";
    }

    private boolean fits(String text) {
        return paper.width(style, text.stripTrailing()) <= width;
    }
}
