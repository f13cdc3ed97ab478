package jp.nenkin.member.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of rows of our own CSV with the columns that each may have besides those of every row. */
enum OurType {
    ENROLMENT("Enrolment", "資格取得届", OurColumn.ACQUIRED_ON, OurColumn.FIRST_BASE_SALARY, OurColumn.SECOND_UNITS),
    LOSS("Loss", "資格喪失届", OurColumn.LOST_ON, OurColumn.CAUSE),
    BASE_SALARY_CHANGE(
            "BaseSalaryChange",
            "基準給与変更届",
            OurColumn.EFFECTIVE_FROM,
            OurColumn.FIRST_BASE_SALARY,
            OurColumn.SECOND_UNITS),
    EMPLOYED(
            "Employed",
            "在籍者",
            OurColumn.ACQUIRED_ON,
            OurColumn.FIRST_BASE_SALARY,
            OurColumn.REMUNERATION,
            OurColumn.SECOND_UNITS),
    NAME_CHANGE("NameChange", "氏名変更届", OurColumn.NEW_NAME, OurColumn.NEW_NAME_KANA, OurColumn.CHANGED_ON),
    BIRTH_DATE_CORRECTION("BirthDateCorrection", "生年月日訂正届", OurColumn.CORRECT_BIRTH_DATE),
    ADDRESS_CHANGE("AddressChange", "住所変更届", OurColumn.POSTCODE, OurColumn.ADDRESS, OurColumn.CHANGED_ON),
    TRANSFER_IN(
            "TransferIn",
            "移換",
            OurColumn.PLAN,
            OurColumn.AMOUNT,
            OurColumn.ASSET_RECEIVED_ON,
            OurColumn.SOURCE,
            OurColumn.CREDITED_MONTHS),
    CORRECTION("Correction", "訂正", OurColumn.FILING_ID, OurColumn.CORRECTED_TYPE),
    CANCELLATION("Cancellation", "取消", OurColumn.FILING_ID, OurColumn.REASON);

    private static final Set<String> OF_EVERY_ROW = fields(Stream.of(
            OurColumn.TYPE,
            OurColumn.ESTABLISHMENT_NUMBER,
            OurColumn.MEMBER_NUMBER,
            OurColumn.INSURED_NUMBER,
            OurColumn.BASIC_PENSION_NUMBER,
            OurColumn.NAME,
            OurColumn.NAME_KANA,
            OurColumn.BIRTH_DATE));

    private final String english;
    private final String japanese;

    @SuppressWarnings("ImmutableEnumChecker") // Collected as an unmodifiable set.
    private final Set<String> fields;

    OurType(String english, String japanese, OurColumn... columns) {
        this.english = english;
        this.japanese = japanese;
        this.fields = fields(Stream.of(columns));
    }

    private static Set<String> fields(Stream<OurColumn> columns) {
        return columns.map(OurColumn::field).collect(Collectors.toUnmodifiableSet());
    }

    /** The types by both of their names. */
    static Map<String, OurType> byName() {
        Map<String, OurType> byName = new HashMap<>();
        for (OurType type : values()) {
            byName.put(type.english, type);
            byName.put(type.japanese, type);
        }
        return Map.copyOf(byName);
    }

    /** Those that can be corrected; a wrong correction or cancellation is filed anew, a wrong roster sent anew. */
    static Map<String, OurType> correctedByName() {
        Map<String, OurType> byName = new HashMap<>(byName());
        byName.values().removeIf(type -> type == CORRECTION || type == CANCELLATION || type == EMPLOYED);
        return Map.copyOf(byName);
    }

    /** Whether a row of the type may have something in a column. */
    boolean has(String field) {
        return OF_EVERY_ROW.contains(field) || fields.contains(field);
    }
}
