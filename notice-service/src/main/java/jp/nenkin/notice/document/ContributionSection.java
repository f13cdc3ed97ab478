package jp.nenkin.notice.document;

import java.util.ArrayList;
import java.util.List;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;

/** What was credited beside twelve times the contribution of March, and why they differ where they do. */
final class ContributionSection {
    private static final int MONTHS = 12;

    private final Blocks blocks;
    private final StatementPrepared statement;

    ContributionSection(Blocks blocks, StatementPrepared statement) {
        this.blocks = blocks;
        this.statement = statement;
    }

    Block block() {
        List<Block> parts = new ArrayList<>();
        parts.add(blocks.heading("当年度持分付与額（②）と毎月の掛金"));
        parts.add(blocks.paragraph(
                Blocks.BODY,
                "標準掛金は、全額がそのまま持分になります。掛金の額は、第1年金が基準給与の%s%%、第2年金が基準給与と同額です。"
                        .formatted(PlanTerms.OF_THE_FUND.firstContributionPercent())));
        parts.add(Block.gap(4));
        List<AccountFigures> accounts = BalanceTable.ordered(statement);
        accounts.forEach(account -> Working.contribution(account)
                .ifPresent(
                        monthly -> parts.add(blocks.item(62, Wording.account(account), comparison(account, monthly)))));
        if (accounts.stream().anyMatch(each -> each.ordinal() > 0)) {
            parts.add(blocks.item(62, "移換資産", "ほかの年金制度から移換した資産です。当年度に移換した額は、その行の②に表示しています。"));
        }
        return Block.stack(parts);
    }

    private static String comparison(AccountFigures account, long monthly) {
        long year = monthly * MONTHS;
        String product = "3月の掛金の12か月分は %s%s円です。".formatted(product(account, monthly), Wording.amount(year));
        if (year == account.credited()) {
            return product + "②と一致しています。";
        }
        String difference = "②は%s円で、12か月分より%s円%sなっています。"
                .formatted(
                        Wording.amount(account.credited()),
                        Wording.amount(Math.abs(account.credited() - year)),
                        account.credited() > year ? "多く" : "少なく");
        return product + difference + reasons(account, monthly);
    }

    private static String product(AccountFigures account, long monthly) {
        long base = account.baseSalary() == null ? monthly : account.baseSalary();
        return account.plan() == Plan.FIRST
                ? "%s円 × %s%% × 12 ＝ ".formatted(Wording.amount(base), PlanTerms.OF_THE_FUND.firstContributionPercent())
                : "%s円 × 12 ＝ ".formatted(Wording.amount(base));
    }

    /** Only what can be the cause for this member is named. */
    private static String reasons(AccountFigures account, long monthly) {
        List<String> reasons = new ArrayList<>();
        if (account.opening() == 0 && account.credited() < monthly * MONTHS) {
            reasons.add("年度の途中で加入した（加入した月からの分が②になります）");
        }
        reasons.add("10月に基準給与が変わった（9月までは変更前の額で計算します）");
        reasons.add("届出の訂正が反映された");
        return String.join("、", reasons) + "、などの理由が考えられます。";
    }
}
