package jp.nenkin.notice.document;

import static java.util.Objects.requireNonNull;

import jp.nenkin.notice.document.Paper.Spot;

/** Draws the yearly balance notice (仮想個人勘定残高通知書); the same notice always gives the same bytes. */
public final class BalanceNoticePdf {
    private final FundDetails fund;

    public BalanceNoticePdf(FundDetails fund) {
        this.fund = requireNonNull(fund, "fund");
    }

    /** The document, in Japanese, A4. */
    public byte[] render(BalanceNotice notice) {
        try (Paper paper = new Paper()) {
            paper.newPage();
            paper.content("H1", () -> paper.text(Style.bold(20), new Spot(56, 80), "仮想個人勘定残高通知書"));
            paper.content("P", () -> paper.text(Style.regular(10), new Spot(56, 110), fund.name()));
            paper.content("P", () -> paper.text(Style.regular(10), new Spot(56, 130), notice.memberNumber()));
            paper.content("P", () -> paper.text(Style.regular(14), new Spot(56, 150), notice.name() + " 様"));
            float y = 180;
            for (var account : notice.statement().accounts()) {
                float line = y;
                paper.content(
                        "P",
                        () -> paper.text(
                                Style.regular(10),
                                new Spot(56, line),
                                "%,d %,d %,d %,d"
                                        .formatted(
                                                account.opening(),
                                                account.credited(),
                                                account.interest(),
                                                account.closing())));
                y += 16;
            }
            return paper.bytes();
        }
    }
}
