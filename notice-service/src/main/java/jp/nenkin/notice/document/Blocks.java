package jp.nenkin.notice.document;

import java.awt.Color;
import java.util.List;
import jp.nenkin.notice.document.Paper.Area;
import jp.nenkin.notice.document.Paper.Spot;

/** The kinds of block that all sections are made of. */
final class Blocks {
    static final Style BODY = Style.regular(9);
    static final Style SMALL = Style.regular(8).in(Ink.QUIET);

    /** The height of a line, as a multiple of the size of its letters. */
    private static final float LEADING = 1.65f;

    private final Paper paper;

    Blocks(Paper paper) {
        this.paper = paper;
    }

    Block heading(String text) {
        Style style = Style.bold(11.5f).in(Ink.ACCENT);
        return new Block(
                24, y -> paper.content(Tag.HEADING, () -> paper.text(style, new Spot(Flow.LEFT, y + 12), text)));
    }

    /** A heading of third rank, with a remark at the right edge where there is one. */
    Block subheading(String text, String remark) {
        return new Block(19, y -> {
            paper.content(Tag.SUBHEADING, () -> paper.text(Style.bold(9.5f), new Spot(Flow.LEFT, y + 11), text));
            if (!remark.isEmpty()) {
                paper.content(Tag.PARAGRAPH, () -> paper.textEndingAt(SMALL, new Spot(Flow.RIGHT - 7, y + 11), remark));
            }
        });
    }

    Block paragraph(Style style, String text) {
        Block lines = lines(style, Flow.LEFT, text);
        return new Block(
                lines.height(),
                y -> paper.content(Tag.PARAGRAPH, () -> lines.drawing().at(y)));
    }

    /** A mark or term and, beside it, what is to be said of it. */
    Block item(float indent, String mark, String text) {
        Block lines = lines(BODY, Flow.LEFT + indent, text);
        Style style = Style.bold(BODY.size()).in(Ink.ACCENT);
        return new Block(
                lines.height() + 2.5f,
                y -> paper.content(Tag.PARAGRAPH, () -> {
                    paper.text(style, new Spot(Flow.LEFT, firstBaseline(BODY, y)), mark);
                    lines.drawing().at(y);
                }));
    }

    /** Lines from x to the right edge, without a tag of their own. */
    Block lines(Style style, float x, String text) {
        return lines(style, new Area(x, 0, Flow.RIGHT - x, 0), text);
    }

    Block lines(Style style, Area column, String text) {
        List<String> lines = Lines.of(paper, style, column.width(), text);
        float leading = style.size() * LEADING;
        return new Block(lines.size() * leading, y -> {
            float baseline = firstBaseline(style, y);
            for (String line : lines) {
                paper.text(style, new Spot(column.x(), baseline), line);
                baseline += leading;
            }
        });
    }

    Block rule(float thickness, Color ink) {
        return new Block(
                thickness, y -> paper.artifact(() -> paper.fill(new Area(Flow.LEFT, y, Flow.WIDTH, thickness), ink)));
    }

    private static float firstBaseline(Style style, float y) {
        return y + style.size() * 1.2f;
    }
}
