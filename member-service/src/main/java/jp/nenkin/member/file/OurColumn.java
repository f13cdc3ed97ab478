package jp.nenkin.member.file;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.kit.Text;
import jp.nenkin.member.file.Item.Content;
import org.jspecify.annotations.Nullable;

/** The columns of our own CSV, each under its English and its Japanese name. */
enum OurColumn {
    TYPE("type", "届書種別", Content.TEXT, 50),
    ESTABLISHMENT_NUMBER("establishmentNumber", "事業所番号", Content.DIGITS, 7),
    MEMBER_NUMBER("memberNumber", "加入者番号", Content.DIGITS, 20),
    INSURED_NUMBER("insuredNumber", "被保険者整理番号", Content.DIGITS, 12),
    BASIC_PENSION_NUMBER("basicPensionNumber", "基礎年金番号", Content.TEXT, 24),
    NAME("name", "氏名", Content.TEXT, 200),
    NAME_KANA("nameKana", "氏名カナ", Content.KANA, 200),
    BIRTH_DATE("birthDate", "生年月日", Content.TEXT, 20),
    ACQUIRED_ON("acquiredOn", "資格取得日", Content.TEXT, 20),
    FIRST_BASE_SALARY("firstBaseSalary", "基準給与", Content.TEXT, 20),
    REMUNERATION("remuneration", "報酬月額", Content.TEXT, 20),
    SECOND_UNITS("secondUnits", "口数", Content.DIGITS, 6),
    LOST_ON("lostOn", "資格喪失日", Content.TEXT, 20),
    CAUSE("cause", "喪失理由", Content.TEXT, 50),
    EFFECTIVE_FROM("effectiveFrom", "基準給与変更日", Content.TEXT, 20),
    NEW_NAME("newName", "新氏名", Content.TEXT, 200),
    NEW_NAME_KANA("newNameKana", "新氏名カナ", Content.KANA, 200),
    CHANGED_ON("changedOn", "異動日", Content.TEXT, 20),
    CORRECT_BIRTH_DATE("correctBirthDate", "正しい生年月日", Content.TEXT, 20),
    POSTCODE("postcode", "郵便番号", Content.TEXT, 16),
    ADDRESS("address", "住所", Content.TEXT, 400),
    PLAN("plan", "制度", Content.TEXT, 20),
    AMOUNT("amount", "移換額", Content.TEXT, 40),
    ASSET_RECEIVED_ON("assetReceivedOn", "資産受入日", Content.TEXT, 20),
    SOURCE("source", "移換元", Content.TEXT, 200),
    CREDITED_MONTHS("creditedMonths", "算定基礎期間月数", Content.DIGITS, 8),
    FILING_ID("filingId", "届出ID", Content.TEXT, 72),
    CORRECTED_TYPE("correctedType", "訂正する届書種別", Content.TEXT, 50),
    REASON("reason", "理由", Content.TEXT, 400),
    MY_NUMBER(Cells.MY_NUMBER, "個人番号", Content.TEXT, 24);

    private static final Map<String, OurColumn> BY_NAME = byName();

    private final String field;
    private final String japanese;
    private final Content content;
    private final int longest;

    OurColumn(String field, String japanese, Content content, int longest) {
        this.field = field;
        this.japanese = japanese;
        this.content = content;
        this.longest = longest;
    }

    /** The column of a name in a header; capitals, widths and spaces make no difference. */
    static Optional<OurColumn> of(String name) {
        return Optional.ofNullable(BY_NAME.get(key(name)));
    }

    private static Map<String, OurColumn> byName() {
        Map<String, OurColumn> byName = new HashMap<>();
        for (OurColumn column : values()) {
            byName.put(key(column.field), column);
            byName.put(key(column.japanese), column);
        }
        return Map.copyOf(byName);
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    String field() {
        return field;
    }

    /** What may stand in this column, where a file has it. */
    Item item(@Nullable Integer number) {
        return new Item(new Column(number, new Text(japanese, field)), field, content, longest, false);
    }
}
