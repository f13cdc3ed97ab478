package jp.nenkin.notice.document;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.notice.document.Paper.Area;
import jp.nenkin.notice.document.Paper.Spot;

/** The figures of the year: a row for each plan and each transferred asset, and their total. */
final class BalanceTable {
    private static final float NAME = 92;
    private static final float COLUMN = (Flow.WIDTH - NAME) / 5;
    private static final float ROW = 25;
    private static final float PADDING = 7;
    private static final Comparator<AccountFigures> ORDER =
            Comparator.comparing(AccountFigures::plan).thenComparingInt(AccountFigures::ordinal);

    private final Paper paper;
    private final StatementPrepared statement;
    private final Style figure;

    BalanceTable(Paper paper, StatementPrepared statement) {
        this.paper = paper;
        this.statement = statement;
        this.figure = paper.fitted(Style.bold(10.5f), COLUMN - PADDING, widest());
    }

    /** The accounts in the order in which the notice names them. */
    static List<AccountFigures> ordered(StatementPrepared statement) {
        return statement.accounts().stream().sorted(ORDER).toList();
    }

    Block block(String rate) {
        Stream<Block> rows = ordered(statement).stream().map(this::account);
        List<Block> all = Stream.of(Stream.of(head(rate)), rows, Stream.of(total()))
                .flatMap(each -> each)
                .toList();
        return Block.stack(all).within(paper, Tag.TABLE);
    }

    private Block head(String rate) {
        List<String[]> columns = List.of(
                new String[] {"①", "前年度末", "残高"},
                new String[] {"②", "当年度", "持分付与額"},
                new String[] {"③", "当年度利息付与額", "（利率 %s）".formatted(rate)},
                new String[] {"④", "当年度末", "残高"},
                new String[] {"⑤", "基準給与", "（参考）"});
        Block row = new Block(52, y -> {
            paper.content(
                    Tag.COLUMN_HEAD, () -> paper.text(Blocks.SMALL, new Spot(Flow.LEFT + PADDING, y + 40), "単位：円"));
            for (int i = 0; i < columns.size(); i++) {
                headCell(edge(i), y, columns.get(i));
            }
            paper.artifact(() -> paper.fill(new Area(Flow.LEFT, y + 51, Flow.WIDTH, 1.2f), Ink.ACCENT));
        });
        return row.within(paper, Tag.ROW);
    }

    private void headCell(float right, float y, String[] lines) {
        Style name = Style.regular(8);
        paper.content(Tag.COLUMN_HEAD, () -> {
            paper.textEndingAt(Style.bold(11).in(Ink.ACCENT), new Spot(right, y + 12), lines[0]);
            paper.textEndingAt(paper.fitted(name, COLUMN - 4, lines[1]), new Spot(right, y + 27), lines[1]);
            paper.textEndingAt(paper.fitted(name, COLUMN - 4, lines[2]), new Spot(right, y + 40), lines[2]);
        });
    }

    private Block account(AccountFigures account) {
        Style plain = Style.regular(figure.size());
        Block row = new Block(ROW, y -> {
            name(Style.regular(9.5f), y, Wording.account(account));
            cell(plain, new Spot(edge(0), y), Wording.amount(account.opening()));
            cell(plain, new Spot(edge(1), y), Wording.amount(account.credited()));
            cell(plain, new Spot(edge(2), y), Wording.amount(account.interest()));
            cell(figure, new Spot(edge(3), y), Wording.amount(account.closing()));
            cell(plain, new Spot(edge(4), y), baseSalary(account));
            paper.artifact(() -> paper.fill(new Area(Flow.LEFT, y + ROW - 0.5f, Flow.WIDTH, 0.5f), Ink.HAIRLINE));
        });
        return row.within(paper, Tag.ROW);
    }

    private Block total() {
        Block row = new Block(ROW + 3, y -> {
            paper.artifact(() -> {
                paper.fill(new Area(Flow.LEFT, y, Flow.WIDTH, ROW), Ink.TINT);
                paper.fill(new Area(Flow.LEFT, y + ROW, Flow.WIDTH, 0.8f), Ink.ACCENT);
            });
            name(Style.bold(9.5f), y, "④の合計");
            for (int i = 0; i < 5; i++) {
                // A row that is read out has as many cells as the others.
                String text = i == 3 ? Wording.amount(Letterhead.totalOf(statement)) : "";
                cell(figure, new Spot(edge(i), y), text);
            }
        });
        return row.within(paper, Tag.ROW);
    }

    private void name(Style style, float y, String name) {
        Style fitted = paper.fitted(style, NAME - PADDING, name);
        paper.content(Tag.ROW_HEAD, () -> paper.text(fitted, new Spot(Flow.LEFT + PADDING, y + 16), name));
    }

    private static String baseSalary(AccountFigures account) {
        Long yen = account.baseSalary();
        return yen == null ? Wording.NONE : Wording.amount(yen);
    }

    private void cell(Style style, Spot right, String text) {
        paper.content(Tag.CELL, () -> paper.textEndingAt(style, new Spot(right.x(), right.y() + 16), text));
    }

    private static float edge(int column) {
        return Flow.LEFT + NAME + (column + 1) * COLUMN - PADDING;
    }

    /** The longest figure of all: one size for the whole table keeps the digits below one another. */
    private String widest() {
        Stream<Long> amounts = statement.accounts().stream()
                .flatMap(each -> Stream.of(each.opening(), each.credited(), each.interest(), each.closing()));
        return Stream.concat(amounts, Stream.of(Letterhead.totalOf(statement)))
                .map(Wording::amount)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }
}
