package jp.nenkin.notice.document;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.events.StatementPrepared.CutOff;

/** What the columns mean, what the balance is and is not, and what it does not yet contain. */
final class Explanations {
    private static final float MARK = 18;

    private final Blocks blocks;
    private final StatementPrepared statement;
    private final PlanTerms terms = PlanTerms.OF_THE_FUND;

    Explanations(Blocks blocks, StatementPrepared statement) {
        this.blocks = blocks;
        this.statement = statement;
    }

    Block columns() {
        LocalDate asOf = statement.asOf();
        int before = asOf.getYear() - 1;
        String year = "%d年4月から%d年3月まで".formatted(before, asOf.getYear());
        return Block.stack(
                blocks.heading("①～⑤の見かた"),
                blocks.item(MARK, "①", "%d年3月31日の仮想個人勘定残高です。".formatted(before)),
                blocks.item(MARK, "②", year + "に付与された持分（標準掛金と、移換した資産）の合計です。"),
                blocks.item(MARK, "③", year + "に付与された利息です。計算は「利息の計算」をご覧ください。"),
                blocks.item(MARK, "④", "%sの仮想個人勘定残高です。①＋②＋③＝④となります。".formatted(Wording.day(asOf))),
                blocks.item(
                        MARK,
                        "⑤",
                        "%d年3月の掛金のもとになった額です。%sです。".formatted(asOf.getYear(), eachPlan("は厚生年金の標準報酬月額", "は口数×1,000円"))));
    }

    Block rates(RateTable table) {
        String rule = "利息付与率（再評価率）は、前年1月から12月までの市場の収益率を基金の資産配分で平均し、%s%%を差し引いた率です。".formatted(terms.rateDeduction());
        String range = "毎年4月に改定します（上限%s%%、下限%s%%）。".formatted(terms.rateCap(), terms.rateFloor());
        return Block.stack(
                blocks.heading("5年間の利息付与率"), table.block(), Block.gap(6), blocks.paragraph(Blocks.SMALL, rule + range));
    }

    Block notes() {
        String right = "給付を受けるには、原則として加入者期間が%d年以上必要です。".formatted(terms.yearsForRight());
        String transferred = hasTransferred() ? "移換した資産がある方は、その算定基礎期間を通算し、一時金は加入者期間1か月以上で受けられます。" : "";
        return Block.stack(
                blocks.heading("ご確認いただきたいこと"),
                blocks.item(10, "・", "掛金は全額を事業主が負担しています。ご本人の負担はありません。"),
                blocks.item(10, "・", "仮想個人勘定残高は給付額を計算するもとになる額で、現在お受け取りになれる金額ではありません。" + right + transferred),
                blocks.item(
                        10,
                        "・",
                        "一時金は、加入者の資格を失ったときの残高を%s%d円未満切り上げ%s額です。"
                                .formatted(
                                        hasBothPlans() ? "第1年金・第2年金それぞれで" : "",
                                        terms.lumpSumUnit(),
                                        hasBothPlans() ? "、合計した" : "た")));
    }

    /** Empty where every filing that the fund has is in the figures. */
    List<Block> leftOut() {
        int filings = statement.filingsLeftOut().size();
        if (filings == 0) {
            return List.of();
        }
        return List.of(Block.stack(
                blocks.heading("この通知書に反映していない届出"),
                blocks.paragraph(
                        Blocks.BODY,
                        "締切（%s）より後に基金が受け付けた届出が%d件あります。上の金額には含まれていません。届出を反映した残高は、次回の通知書でお知らせします。"
                                .formatted(cutOffs(), filings))));
    }

    private String cutOffs() {
        List<LocalDate> days = statement.cutOffs().stream()
                .map(CutOff::lastDay)
                .sorted()
                .distinct()
                .toList();
        return switch (days.size()) {
            case 0 -> "届出の種類ごとの締切日";
            case 1 -> Wording.day(days.getFirst());
            default -> "届出の種類と方法により%s～%s".formatted(Wording.day(days.getFirst()), Wording.day(days.getLast()));
        };
    }

    private String eachPlan(String first, String second) {
        return Stream.of(Plan.values())
                .filter(this::has)
                .map(plan -> Wording.plan(plan) + (plan == Plan.FIRST ? first : second))
                .collect(Collectors.joining("、"));
    }

    private boolean hasBothPlans() {
        return Stream.of(Plan.values()).allMatch(this::has);
    }

    private boolean has(Plan plan) {
        return statement.accounts().stream().anyMatch(each -> each.plan() == plan);
    }

    private boolean hasTransferred() {
        return statement.accounts().stream().mapToInt(AccountFigures::ordinal).anyMatch(each -> each > 0);
    }
}
