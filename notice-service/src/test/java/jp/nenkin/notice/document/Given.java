package jp.nenkin.notice.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.events.StatementPrepared.CutOff;
import jp.nenkin.events.StatementPrepared.YearRate;
import org.jspecify.annotations.Nullable;

/** Notices of the fund's example year: 31 March 2025, 3.7 %. */
final class Given {
    static final String NUMBER = "0000001234";
    static final FundDetails FUND = new FundDetails("見本企業年金基金", "業務グループ　電話 03-0000-0000（代表）", "月曜日～金曜日　9時～17時（祝日を除く）");

    /** The fund's own example: plan 1 at 300,000 yen, plan 2 at one unit. */
    static final AccountFigures FIRST = account(Plan.FIRST, 0, new long[] {100_000, 39_600, 4_494}, 300_000L);

    static final AccountFigures SECOND = account(Plan.SECOND, 0, new long[] {50_000, 12_000, 2_091}, 1_000L);
    static final AccountFigures TRANSFERRED = account(Plan.FIRST, 1, new long[] {100_000, 0, 3_700}, null);

    private Given() {}

    /** Figures in the order opening, credited, interest. */
    static AccountFigures account(Plan plan, int ordinal, long[] yen, @Nullable Long baseSalary) {
        return new AccountFigures(plan, ordinal, yen[0], yen[1], yen[2], yen[0] + yen[1] + yen[2], baseSalary, null);
    }

    static StatementPrepared statement(AccountFigures... accounts) {
        return statement("4.4", 0, accounts);
    }

    static StatementPrepared statement(@Nullable String nextRate, int filingsLeftOut, AccountFigures... accounts) {
        List<YearRate> rates = List.of(
                new YearRate(2021, "2.3"),
                new YearRate(2022, "5.0"),
                new YearRate(2023, "0.0"),
                new YearRate(2024, "3.7"),
                new YearRate(2025, nextRate));
        List<UUID> leftOut = new ArrayList<>();
        for (int i = 0; i < filingsLeftOut; i++) {
            leftOut.add(new UUID(0, i));
        }
        CutOff cutOff = new CutOff(FilingType.LOSS, FilingChannel.DATA, LocalDate.of(2025, 4, 21));
        return new StatementPrepared(
                NUMBER, 2024, LocalDate.of(2025, 3, 31), List.of(accounts), rates, List.of(cutOff), leftOut);
    }

    static BalanceNotice notice(String name, StatementPrepared statement) {
        return new BalanceNotice(NUMBER, name, LocalDate.of(2025, 5, 26), statement);
    }

    static BalanceNotice example() {
        return notice("年金　花子", statement(FIRST, SECOND));
    }
}
