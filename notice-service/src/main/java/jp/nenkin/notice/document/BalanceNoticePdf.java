package jp.nenkin.notice.document;

import static java.util.Objects.requireNonNull;

import jp.nenkin.events.StatementPrepared;
import jp.nenkin.notice.document.Paper.Area;
import jp.nenkin.notice.document.Paper.Spot;

/**
 * Draws the yearly balance notice (仮想個人勘定残高通知書): the figures on the first page, what they follow from on the
 * second.
 *
 * <p>The same notice always gives the same bytes. May be used by several threads at once.
 */
public final class BalanceNoticePdf {
    static final String TITLE = "仮想個人勘定残高通知書";

    private static final float FOOT = 768;

    private final FundDetails fund;

    public BalanceNoticePdf(FundDetails fund) {
        this.fund = requireNonNull(fund, "fund");
    }

    /** The document, in Japanese, A4, tagged; the fonts are in it. */
    public byte[] render(BalanceNotice notice) {
        try (Paper paper = new Paper()) {
            StatementPrepared statement = notice.statement();
            paper.describe("%s（%d年度）".formatted(TITLE, statement.fiscalYear()), notice.issuedOn());
            paper.within(Tag.DOCUMENT, () -> {
                Flow flow = new Flow(paper);
                figures(paper, flow, notice);
                workings(paper, flow, statement);
                contact(paper);
            });
            feet(paper, notice.memberNumber());
            return paper.bytes();
        }
    }

    private void figures(Paper paper, Flow flow, BalanceNotice notice) {
        StatementPrepared statement = notice.statement();
        Explanations explanations = new Explanations(new Blocks(paper), statement);
        flow.add(new Letterhead(paper, fund, notice).block());
        String rate = RateTable.rate(statement, statement.fiscalYear())
                .map(each -> each + "%")
                .orElse(Wording.NONE);
        flow.add(new BalanceTable(paper, statement).block(rate));
        flow.gap(16);
        for (Block leftOut : explanations.leftOut()) {
            flow.add(leftOut);
            flow.gap(14);
        }
        flow.add(explanations.columns());
        flow.gap(12);
        flow.add(explanations.rates(new RateTable(paper, statement)));
        flow.gap(12);
        flow.add(explanations.notes());
    }

    private static void workings(Paper paper, Flow flow, StatementPrepared statement) {
        if (paper.pages() == 1) {
            flow.turn();
        } else {
            flow.gap(18);
        }
        flow.add(new ContributionSection(new Blocks(paper), statement).block());
        flow.gap(18);
        for (Block block : new InterestSection(paper, statement).all()) {
            flow.add(block);
        }
    }

    private void contact(Paper paper) {
        paper.turnTo(0);
        paper.artifact(() -> paper.fill(new Area(Flow.LEFT, FOOT, Flow.WIDTH, 0.8f), Ink.ACCENT));
        line(paper, FOOT + 17, "お問い合わせ", fund.contactDesk());
        line(paper, FOOT + 33, "受付時間", fund.contactHours());
    }

    private static void line(Paper paper, float baseline, String name, String text) {
        Style style = Style.regular(9.5f);
        paper.content(Tag.PARAGRAPH, () -> {
            paper.text(Style.bold(9).in(Ink.ACCENT), new Spot(Flow.LEFT, baseline), name);
            paper.text(paper.fitted(style, Flow.WIDTH - 74, text), new Spot(Flow.LEFT + 74, baseline), text);
        });
    }

    private static void feet(Paper paper, String memberNumber) {
        int pages = paper.pages();
        for (int i = 0; i < pages; i++) {
            String number = "%d / %d".formatted(i + 1, pages);
            paper.turnTo(i);
            boolean isFirst = i == 0;
            paper.artifact(() -> {
                paper.textEndingAt(Blocks.SMALL, new Spot(Flow.RIGHT, FOOT + 49), number);
                if (!isFirst) {
                    paper.text(Blocks.SMALL, new Spot(Flow.LEFT, FOOT + 49), TITLE + "　加入者番号 " + memberNumber);
                }
            });
        }
    }
}
