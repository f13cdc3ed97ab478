package jp.nenkin.notice.document;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared.AccountFigures;

/** How the notice writes amounts, rates, days, years and accounts. */
final class Wording {
    static final String NONE = "—";

    private static final DateTimeFormatter ERA = DateTimeFormatter.ofPattern("GGGG", Locale.JAPANESE);

    private Wording() {}

    static String amount(long yen) {
        return "%,d".formatted(yen);
    }

    /** All digits that the figure has, and no zeros behind them. */
    static String amount(BigDecimal yen) {
        DecimalFormat format = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(yen);
    }

    /** 2025年3月31日. */
    static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** 2025年（令和7年）3月31日. */
    static String dayWithEra(LocalDate day) {
        JapaneseDate date = JapaneseDate.from(day);
        int year = date.get(ChronoField.YEAR_OF_ERA);
        return "%d年（%s%s年）%d月%d日"
                .formatted(
                        day.getYear(),
                        ERA.format(date),
                        year == 1 ? "元" : Integer.toString(year),
                        day.getMonthValue(),
                        day.getDayOfMonth());
    }

    /** 2024.4～2025.3. */
    static String months(int fiscalYear) {
        return "%d.4～%d.3".formatted(fiscalYear, fiscalYear + 1);
    }

    static String plan(Plan plan) {
        return switch (plan) {
            case FIRST -> "第1年金";
            case SECOND -> "第2年金";
        };
    }

    /** 第1年金, or 第1年金 移換資産1 for what was brought from another plan. */
    static String account(AccountFigures account) {
        String plan = plan(account.plan());
        return account.ordinal() == 0 ? plan : plan + " 移換資産" + account.ordinal();
    }
}
