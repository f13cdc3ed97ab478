package jp.nenkin.notice.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.notice.document.Paper.Area;
import jp.nenkin.notice.document.Paper.Spot;
import jp.nenkin.notice.document.Working.Complete;
import jp.nenkin.notice.document.Working.Partial;
import jp.nenkin.notice.document.Working.Unknown;

/** How the interest of each account follows, with the member's own figures. */
final class InterestSection {
    private static final float TERM = 62;
    private static final float LINE = 17;
    /** Where the decimal points stand below one another. */
    private static final float POINT = Flow.RIGHT - 38;

    private final Paper paper;
    private final Blocks blocks;
    private final StatementPrepared statement;
    private final Optional<BigDecimal> percent;

    InterestSection(Paper paper, StatementPrepared statement) {
        this.paper = paper;
        this.blocks = new Blocks(paper);
        this.statement = statement;
        this.percent = RateTable.rate(statement, statement.fiscalYear()).map(BigDecimal::new);
    }

    List<Block> all() {
        List<Block> all = new ArrayList<>();
        all.add(formula());
        for (AccountFigures account : BalanceTable.ordered(statement)) {
            all.add(account(account));
        }
        all.add(footnotes());
        return all;
    }

    private Block formula() {
        String year = Wording.months(statement.fiscalYear());
        return Block.stack(
                blocks.heading("利息の計算（③）"),
                blocks.paragraph(Blocks.BODY, "利息は毎年3月末に付与します。前年度末の残高に付く「第1利息」と、当年度に付与した持分に付く「第2利息」を合計し、1円未満を切り上げます。"),
                Block.gap(5),
                formulaLine("第1利息", "A1 × B × C1 ÷ 12", "A1 前年度末の残高（①）　C1 %sの月数（12）".formatted(year)),
                formulaLine("第2利息", "A2 × B × C2 ÷ 12", "A2 当年度に付与した持分　C2 付与した月から3月までの月数（12～1）"),
                blocks.item(
                        TERM,
                        "",
                        "B は利息付与率%s。第2利息は付与した月ごとに計算して合計します。"
                                .formatted(percent.map(each -> "（当年度は%s%%）".formatted(each))
                                        .orElse(""))),
                Block.gap(6));
    }

    private Block formulaLine(String name, String formula, String terms) {
        return new Block(
                15,
                y -> paper.content(Tag.PARAGRAPH, () -> {
                    float baseline = y + 10.8f;
                    paper.text(Style.bold(9).in(Ink.ACCENT), new Spot(Flow.LEFT, baseline), name);
                    paper.text(Style.bold(9), new Spot(Flow.LEFT + TERM, baseline), formula);
                    Style style = paper.fitted(Style.regular(8).in(Ink.QUIET), Flow.WIDTH - TERM - 112, terms);
                    paper.text(style, new Spot(Flow.LEFT + TERM + 112, baseline), terms);
                }));
    }

    private Block account(AccountFigures account) {
        List<Block> parts = new ArrayList<>();
        Working working = Working.of(account, percent);
        parts.add(blocks.subheading(Wording.account(account), working instanceof Unknown ? "" : "単位：円"));
        parts.addAll(
                switch (working) {
                    case Complete complete -> complete(account, complete);
                    case Partial partial -> partial(account, partial);
                    case Unknown() ->
                        List.of(blocks.paragraph(
                                Blocks.BODY,
                                "年度の途中での資格の喪失や再加入、届出の訂正などがある場合は、この通知書の数字だけでは計算の途中をお示しできません。くわしくは基金にお問い合わせください。"));
                });
        parts.add(Block.gap(10));
        return Block.stack(parts);
    }

    private List<Block> complete(AccountFigures account, Complete working) {
        String second = working.monthly() == 0
                ? "当年度に付与した持分がないため"
                : "毎月の持分 %s円 × %s%% × %d ÷ 12"
                        .formatted(Wording.amount(working.monthly()), rate(), Working.MONTHS_OF_TWELVE);
        String sum = "第1利息 %s円 ＋ 第2利息 %s円".formatted(Wording.amount(working.first()), Wording.amount(working.second()));
        return List.of(table(
                row("第1利息", first(account), working.first()),
                row("第2利息", second, working.second()),
                row("合計", sum, working.sum()),
                result("1円未満を切り上げ", account.interest())));
    }

    private List<Block> partial(AccountFigures account, Partial working) {
        String whole = account.opening() == 0 ? "" : "（年度を通じて加入していた場合）";
        return List.of(table(
                row("第1利息", first(account) + whole, working.first()),
                row("第2利息", "③から第1利息を除いた額（1円未満の切り上げ分を含みます）", working.rest()),
                result("第1利息と第2利息の合計（1円未満を切り上げ）", account.interest())));
    }

    private String first(AccountFigures account) {
        return "① %s円 × %s%% × 12 ÷ 12".formatted(Wording.amount(account.opening()), rate());
    }

    private String rate() {
        return percent.map(BigDecimal::toPlainString).orElse(Wording.NONE);
    }

    private Block table(Block... rows) {
        return Block.stack(rows).within(paper, Tag.TABLE);
    }

    private Block row(String name, String text, BigDecimal yen) {
        return line(Style.regular(9), List.of(name, text), Wording.amount(yen));
    }

    private Block result(String text, long interest) {
        Block row = line(Style.bold(9), List.of("③", text), Wording.amount(interest));
        return new Block(row.height(), y -> {
            paper.artifact(() -> paper.fill(new Area(Flow.LEFT, y, Flow.WIDTH, LINE), Ink.TINT));
            row.drawing().at(y);
        });
    }

    private Block line(Style style, List<String> name, String yen) {
        Block row = new Block(LINE, y -> {
            float baseline = y + 11.8f;
            paper.content(Tag.ROW_HEAD, () -> paper.text(style, new Spot(Flow.LEFT + 7, baseline), name.getFirst()));
            float room = POINT - Flow.LEFT - TERM - paper.width(style, whole(yen)) - 8;
            Style fitted = paper.fitted(style, room, name.getLast());
            paper.content(Tag.CELL, () -> paper.text(fitted, new Spot(Flow.LEFT + TERM, baseline), name.getLast()));
            paper.content(Tag.CELL, () -> figure(style, baseline, yen));
            paper.artifact(() -> paper.fill(new Area(Flow.LEFT, y + LINE - 0.4f, Flow.WIDTH, 0.4f), Ink.HAIRLINE));
        });
        return row.within(paper, Tag.ROW);
    }

    private void figure(Style style, float baseline, String yen) {
        String whole = whole(yen);
        Spot place = new Spot(POINT, baseline);
        paper.textEndingAt(style, place, whole);
        paper.text(style, place, yen.substring(whole.length()));
    }

    private static String whole(String yen) {
        int point = yen.indexOf('.');
        return point < 0 ? yen : yen.substring(0, point);
    }

    private Block footnotes() {
        List<Block> notes = new ArrayList<>();
        boolean anyMonthly = statement.accounts().stream()
                .anyMatch(each -> Working.of(each, percent) instanceof Complete complete && complete.monthly() > 0);
        if (anyMonthly) {
            notes.add(blocks.paragraph(Blocks.SMALL, "※ 78は、4月分の12か月から3月分の1か月までを合計した月数です（12＋11＋10＋…＋1）。"));
        }
        notes.add(blocks.paragraph(Blocks.SMALL, "※ 第1利息・第2利息は利息の種類の名前で、第1年金・第2年金の区別とは関係ありません。残高ごとに両方を計算します。"));
        return Block.stack(notes);
    }
}
