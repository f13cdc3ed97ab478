package jp.nenkin.notice.inbox;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;
import jp.nenkin.events.MessageKind;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Text;

/**
 * What a message says in the reader's language.
 *
 * @param excerpt its first sentence, for the list
 */
record Wording(String title, String excerpt, String body) {
    private static final Text TITLE =
            new Text("仮想個人勘定残高通知書の配信について({fiscalYear}年度)", "Your balance notice for fiscal year {fiscalYear}");
    private static final Text EXCERPT = new Text(
            "{asOf}現在の仮想個人勘定残高通知書を配信いたします。",
            "Your notice of the balance of your virtual account as of {asOf} is ready.");
    private static final Text BODY = new Text("""
            {asOf}現在の仮想個人勘定残高通知書を配信いたします。

            当基金では、退職後の生活設計にお役立ていただけるよう、加入者の皆様に毎年3月末の仮想個人勘定残高をお知らせしています。\
            仮想個人勘定残高は、毎月の持分付与額と利息から計算される、給付の基礎となる数値です。

            通知書(PDF)を開いて、内容をご確認ください。""", """
            Your notice of the balance of your virtual account as of {asOf} is ready.

            Every year the fund tells its members the balance of their virtual accounts at the end of March, to help \
            them plan for their life after retirement. The balance is the figure from which benefits are computed: \
            the amounts credited each month, and interest.

            Please open the notice (PDF) and check what it says.""");

    static Wording of(MessageKind kind, int fiscalYear, Language language) {
        return switch (kind) {
            case BALANCE_NOTICE -> balanceNotice(fiscalYear, language);
        };
    }

    private static Wording balanceNotice(int fiscalYear, Language language) {
        Map<String, Object> values = Map.of(
                "fiscalYear",
                fiscalYear,
                "asOf",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(language.locale())
                        .format(LocalDate.of(fiscalYear + 1, Month.MARCH, 31)));
        return new Wording(TITLE.in(language, values), EXCERPT.in(language, values), BODY.in(language, values));
    }
}
