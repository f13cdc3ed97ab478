package jp.nenkin.member.listing;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import jp.nenkin.events.LossCause;
import jp.nenkin.member.csv.SpreadsheetCsv;
import jp.nenkin.member.file.CauseName;
import org.jspecify.annotations.Nullable;

/** A list of members as a table for spreadsheets, with the columns of the CSV in which employers file. */
final class MemberCsv {
    private static final List<String> HEADER =
            List.of("加入者番号", "氏名", "氏名カナ", "生年月日", "事業所番号", "被保険者整理番号", "資格取得日", "資格喪失日", "喪失理由");

    private final SpreadsheetCsv csv;

    MemberCsv(OutputStream out) {
        csv = new SpreadsheetCsv(out, HEADER);
    }

    void write(List<Listed> members) {
        members.forEach(member -> csv.row(cells(member)));
        csv.flush();
    }

    private static List<@Nullable String> cells(Listed member) {
        LossCause cause = member.cause();
        return Arrays.asList(
                member.place().member().value(),
                member.name(),
                member.nameKana(),
                member.birthDate().toString(),
                member.establishment().value(),
                text(member.insuredNumber()),
                member.place().acquiredOn().toString(),
                text(member.lostOn()),
                cause == null ? null : CauseName.of(cause));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
