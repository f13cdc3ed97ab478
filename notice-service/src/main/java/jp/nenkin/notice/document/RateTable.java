package jp.nenkin.notice.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.notice.document.Paper.Area;
import jp.nenkin.notice.document.Paper.Spot;
import jp.nenkin.notice.document.Typefaces.Face;

/** The crediting rates of five years, the notice's own year standing out. */
final class RateTable {
    private static final float NAME = 92;
    private static final int YEARS_BEFORE = 3;
    private static final int YEARS = 5;
    private static final float COLUMN = (Flow.WIDTH - NAME) / YEARS;

    private final Paper paper;
    private final StatementPrepared statement;

    RateTable(Paper paper, StatementPrepared statement) {
        this.paper = paper;
        this.statement = statement;
    }

    /** The rate of a fiscal year as the statement writes it; empty while none is on record. */
    static Optional<String> rate(StatementPrepared statement, int fiscalYear) {
        return statement.rates().stream()
                .filter(each -> each.fiscalYear() == fiscalYear)
                .flatMap(each -> Optional.ofNullable(each.rate()).stream())
                .findFirst();
    }

    Block block() {
        List<Integer> years = IntStream.range(0, YEARS)
                .mapToObj(each -> statement.fiscalYear() - YEARS_BEFORE + each)
                .toList();
        Block head = row(24, "期間", years.stream().map(Wording::months).toList(), Style.regular(7.6f));
        Block rates = row(26, "利息付与率", years.stream().map(this::shown).toList(), Style.regular(10.5f));
        return new Block(head.height() + rates.height(), y -> {
                    paper.artifact(() -> {
                        float x = Flow.LEFT + NAME + YEARS_BEFORE * COLUMN;
                        paper.fill(new Area(x, y, COLUMN, 50), Ink.TINT);
                        paper.fill(new Area(Flow.LEFT, y, Flow.WIDTH, 0.8f), Ink.ACCENT);
                        paper.fill(new Area(Flow.LEFT, y + 24, Flow.WIDTH, 0.5f), Ink.HAIRLINE);
                        paper.fill(new Area(Flow.LEFT, y + 50, Flow.WIDTH, 0.8f), Ink.ACCENT);
                    });
                    Block.stack(head, rates).drawing().at(y);
                })
                .within(paper, Tag.TABLE);
    }

    private Block row(float height, String name, List<String> cells, Style style) {
        boolean isHead = style.size() < 10;
        Block row = new Block(height, y -> {
            float baseline = y + height / 2 + 4;
            paper.content(Tag.ROW_HEAD, () -> paper.text(Style.regular(9), new Spot(Flow.LEFT + 7, baseline), name));
            for (int i = 0; i < cells.size(); i++) {
                Style own = i == YEARS_BEFORE ? new Style(Face.BOLD, style.size(), Ink.ACCENT) : style;
                Spot right = new Spot(Flow.LEFT + NAME + (i + 1) * COLUMN - 7, baseline);
                String text = cells.get(i);
                paper.content(
                        isHead ? Tag.COLUMN_HEAD : Tag.CELL,
                        () -> paper.textEndingAt(paper.fitted(own, COLUMN - 9, text), right, text));
            }
        });
        return row.within(paper, Tag.ROW);
    }

    private String shown(int fiscalYear) {
        return rate(statement, fiscalYear).map(rate -> rate + "%").orElse(Wording.NONE);
    }
}
