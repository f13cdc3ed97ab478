package jp.nenkin.notice.document;

import java.util.List;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.notice.document.Paper.Area;
import jp.nenkin.notice.document.Paper.Spot;

/** The head of the first page: who writes to whom, of what day, and the one figure that matters most. */
final class Letterhead {
    private final Paper paper;
    private final FundDetails fund;
    private final BalanceNotice notice;

    Letterhead(Paper paper, FundDetails fund, BalanceNotice notice) {
        this.paper = paper;
        this.fund = fund;
        this.notice = notice;
    }

    Block block() {
        return Block.stack(sender(), title(), addressee(), total());
    }

    static long totalOf(StatementPrepared statement) {
        return statement.accounts().stream().mapToLong(AccountFigures::closing).reduce(0, Math::addExact);
    }

    private Block sender() {
        Style style = Style.bold(10);
        String issued = "発行日　" + Wording.day(notice.issuedOn());
        return new Block(40, y -> {
            Style fitted = paper.fitted(style, Flow.WIDTH - 150, fund.name());
            paper.content(Tag.PARAGRAPH, () -> paper.text(fitted, new Spot(Flow.LEFT, y + 2), fund.name()));
            paper.content(
                    Tag.PARAGRAPH,
                    () -> paper.textEndingAt(Style.regular(9).in(Ink.QUIET), new Spot(Flow.RIGHT, y + 2), issued));
        });
    }

    private Block title() {
        StatementPrepared statement = notice.statement();
        String asOf = Wording.dayWithEra(statement.asOf()) + "現在";
        String year = "%d年度（%s）".formatted(statement.fiscalYear(), Wording.months(statement.fiscalYear()));
        return new Block(59, y -> {
            paper.artifact(() -> paper.fill(new Area(Flow.LEFT, y - 18, 26, 3), Ink.ACCENT));
            paper.content(
                    Tag.TITLE,
                    () -> paper.text(
                            Style.bold(21).in(Ink.ACCENT), new Spot(Flow.LEFT, y + 12), BalanceNoticePdf.TITLE));
            paper.content(Tag.PARAGRAPH, () -> {
                paper.text(Style.bold(10.5f), new Spot(Flow.LEFT, y + 33), asOf);
                paper.text(
                        Style.regular(9).in(Ink.QUIET),
                        new Spot(Flow.LEFT + paper.width(Style.bold(10.5f), asOf) + 14, y + 33),
                        year);
            });
        });
    }

    private Block addressee() {
        Style style = Style.regular(15);
        List<String> lines = nameLines(style);
        Style fitted = lines.size() > 2 ? style.at(10) : style;
        List<String> shown = lines.size() > 2 ? nameLines(fitted) : lines;
        float leading = fitted.size() * 1.4f;
        return new Block(34 + shown.size() * leading, y -> {
            paper.content(
                    Tag.PARAGRAPH,
                    () -> paper.text(Style.regular(9), new Spot(Flow.LEFT, y), "加入者番号　" + notice.memberNumber()));
            paper.content(Tag.PARAGRAPH, () -> {
                float baseline = y + 24;
                for (String line : shown) {
                    paper.text(fitted, new Spot(Flow.LEFT, baseline), line);
                    baseline += leading;
                }
            });
        });
    }

    private List<String> nameLines(Style style) {
        return Lines.of(paper, style, Flow.WIDTH, notice.name() + "　様");
    }

    private Block total() {
        float height = 50;
        Style unit = Style.bold(12);
        String yen = Wording.amount(totalOf(notice.statement()));
        return new Block(height + 14, y -> {
            paper.artifact(() -> {
                paper.fill(new Area(Flow.LEFT, y, Flow.WIDTH, height), Ink.TINT);
                paper.fill(new Area(Flow.LEFT, y, 4, height), Ink.ACCENT);
            });
            paper.content(Tag.PARAGRAPH, () -> {
                paper.text(Style.bold(11), new Spot(Flow.LEFT + 20, y + 22), "仮想個人勘定残高の合計");
                paper.text(Blocks.SMALL, new Spot(Flow.LEFT + 20, y + 37), "下の表の④を合わせた金額です");
                Style figure = paper.fitted(Style.bold(24).in(Ink.ACCENT), 270, yen);
                paper.textEndingAt(figure, new Spot(Flow.RIGHT - 34, y + 34), yen);
                paper.text(unit, new Spot(Flow.RIGHT - 28, y + 34), "円");
            });
        });
    }
}
