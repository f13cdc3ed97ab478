package jp.nenkin.member.file;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseEra;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.nenkin.member.name.MyNumber;
import jp.nenkin.member.plan.Names;
import org.jspecify.annotations.Nullable;

/**
 * What one row has in its columns, by field, and every error that is found while its values are read.
 *
 * <p>A value that is at fault is told once and then taken for absent, and what is absent is null; so a row is read to
 * its end, and only one without errors is made something of.
 */
final class Cells {
    /** The field that is never read. */
    static final String MY_NUMBER = "myNumber";

    private static final Pattern NAME = Pattern.compile(Names.FORM);
    private static final Pattern PRIVATE = Pattern.compile("\\p{Co}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern KANA = Pattern.compile("[\\p{IsKatakana}\\p{IsHiragana}A-Za-z0-9ー・\\-.,'() 　]+");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,3}");

    private final long row;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> faulty = new HashSet<>();
    private final List<RowError> errors = new ArrayList<>();
    private final Set<RowNote> notes = EnumSet.noneOf(RowNote.class);

    /** The cells of a row; there are as many values as columns. */
    Cells(long row, List<Item> columns, List<String> line) {
        this.row = row;
        for (int i = 0; i < columns.size(); i++) {
            Item item = columns.get(i);
            items.put(item.field(), item);
            keep(item, line.get(i).strip());
        }
    }

    private void keep(Item item, String value) {
        if (item.field().equals(MY_NUMBER)) {
            if (!value.isEmpty()) {
                note(RowNote.MY_NUMBER_DROPPED);
            }
            return;
        }
        if (value.isEmpty()) {
            if (item.required()) {
                error(FileProblem.ITEM_MISSING, item.field(), Map.of());
            }
            return;
        }
        values.put(item.field(), value);
        refuseCharacters(item, value);
    }

    private void refuseCharacters(Item item, String value) {
        if (value.indexOf(CharacterSet.UNDECODABLE) >= 0) {
            error(FileProblem.CHARACTER_UNDECODABLE, item.field(), Map.of());
        } else if (PRIVATE.matcher(value).find()) {
            error(FileProblem.CHARACTER_PRIVATE, item.field(), Map.of());
        } else if (CONTROL.matcher(value).find()) {
            error(FileProblem.CHARACTER_CONTROL, item.field(), Map.of());
        } else if (item.content() != Item.Content.DIGITS && MyNumber.isTold(value)) {
            values.remove(item.field());
            error(FileProblem.MY_NUMBER_IN_TEXT, item.field(), Map.of());
        } else if (length(value) > item.longest()) {
            error(
                    FileProblem.ITEM_TOO_LONG,
                    item.field(),
                    Map.of("longest", item.longest(), "fullWidth", item.longest() / 2));
        } else {
            refuseContent(item, folded(value));
        }
    }

    private void refuseContent(Item item, String folded) {
        switch (item.content()) {
            case TEXT -> {}
            case DIGITS -> refuseUnless(DIGITS, folded, FileProblem.ITEM_NOT_DIGITS, item.field());
            case KANA -> refuseUnless(KANA, folded, FileProblem.ITEM_NOT_KANA, item.field());
        }
    }

    private void refuseUnless(Pattern form, String folded, FileProblem problem, String field) {
        if (!form.matcher(folded).matches()) {
            error(problem, field, Map.of());
        }
    }

    /** In bytes of Shift_JIS. */
    private static int length(String value) {
        return value.codePoints().map(Cells::width).sum();
    }

    private static int width(int codePoint) {
        boolean halfWidth = codePoint < 0x80 || (0xFF61 <= codePoint && codePoint <= 0xFF9F);
        return halfWidth ? 1 : 2;
    }

    private static String folded(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC);
    }

    /** What was filed and is not at fault; null if it is absent or not in this layout. */
    @Nullable
    String text(String field) {
        return faulty.contains(field) ? null : values.get(field);
    }

    /** As {@link #text}, where absence is an error. */
    @Nullable
    String requiredText(String field) {
        return required(field, text(field));
    }

    /** The value, whose absence is an error unless one was told of it before. */
    <T> @Nullable T required(String field, @Nullable T value) {
        if (value == null && !faulty.contains(field)) {
            error(FileProblem.ITEM_MISSING, field, Map.of());
        }
        return value;
    }

    /** The value as something else, of which a form is expected. */
    <T> @Nullable T parsed(String field, Function<String, Optional<T>> parse, FileProblem problem, String expected) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        Optional<T> parsed = parse.apply(folded(value));
        if (parsed.isEmpty()) {
            error(problem, field, Map.of("expected", expected));
        }
        return parsed.orElse(null);
    }

    /** Digits of a length; full-width ones are folded and hyphens between them dropped. */
    @Nullable
    String digits(String field, int fewest, int most) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        String digits = folded(value).replace("-", "");
        if (DIGITS.matcher(digits).matches() && fewest <= digits.length() && digits.length() <= most) {
            return digits;
        }
        error(FileProblem.DIGITS_WRONG_COUNT, field, Map.of("fewest", fewest, "most", most));
        return null;
    }

    /** A whole number of yen, with or without separators between thousands. */
    @Nullable
    Long yen(String field) {
        return parsed(
                field,
                value -> Optional.of(value)
                        .filter(text -> AMOUNT.matcher(text).matches())
                        .map(text -> Long.valueOf(text.replace(",", ""))),
                FileProblem.AMOUNT_INVALID,
                "");
    }

    /** A day of our own CSV. */
    @Nullable
    LocalDate day(String field) {
        String value = text(field);
        boolean isOfEra = value != null && WrittenDays.isOfEra(folded(value));
        return parsed(
                field,
                WrittenDays::day,
                isOfEra ? FileProblem.DATE_NOT_OF_ERA : FileProblem.DATE_INVALID,
                WrittenDays.FORMS);
    }

    /** A day of which the era stands in a column of its own. */
    @Nullable
    LocalDate eraDay(String eraField, String field) {
        JapaneseEra era = code(eraField, EraDates.ERAS);
        if (!bothGiven(field, eraField)) {
            return null;
        }
        return parsed(
                field, value -> EraDates.day(Objects.requireNonNull(era), value), FileProblem.DATE_NOT_OF_ERA, "");
    }

    /** A month of which era, year and month stand in columns of their own. */
    @Nullable
    YearMonth eraMonth(String eraField, String yearField, String monthField) {
        JapaneseEra era = code(eraField, EraDates.ERAS);
        String year = digits(yearField, 1, 2);
        if (era == null || year == null) {
            return null;
        }
        return parsed(
                monthField,
                month -> EraDates.month(era, Integer.parseInt(year), Integer.parseInt(month)),
                FileProblem.DATE_NOT_OF_ERA,
                "");
    }

    private boolean bothGiven(String field, String eraField) {
        boolean given = values.containsKey(field);
        if (given != values.containsKey(eraField) && !faulty.contains(field) && !faulty.contains(eraField)) {
            error(FileProblem.DATE_HALF_GIVEN, field, Map.of());
        }
        return given && text(eraField) != null;
    }

    /** One of the codes that are allowed. */
    <T> @Nullable T code(String field, Map<String, T> allowed) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        T meant = allowed.get(folded(value));
        if (meant == null) {
            error(
                    FileProblem.CODE_UNKNOWN,
                    field,
                    Map.of("allowed", String.join(", ", new TreeSet<>(allowed.keySet()))));
        }
        return meant;
    }

    /** A name of which one form at least is there; null if neither is. */
    @Nullable
    FiledName name(String field, String kanaField) {
        String kanji = nameForm(field);
        String kana = nameForm(kanaField);
        return kanji == null && kana == null ? null : new FiledName(kanji, kana);
    }

    private @Nullable String nameForm(String field) {
        String name = text(field);
        if (name != null
                && (name.length() > Names.LONGEST || !NAME.matcher(name).matches())) {
            error(FileProblem.NAME_INVALID, field, Map.of());
            return null;
        }
        return name;
    }

    /** Notes an error in a column, or of the row if there is no such column. */
    void error(FileProblem problem, String field, Map<String, Object> more) {
        Item item = items.get(field);
        faulty.add(field);
        errors.add(new RowError(row, item == null ? null : item.column(), problem, more));
    }

    /** Notes an error of the row as a whole. */
    void error(FileProblem problem) {
        errors.add(new RowError(row, null, problem, Map.of()));
    }

    void note(RowNote note) {
        notes.add(note);
    }

    /** The fields that had something, at fault or not. */
    Set<String> given() {
        return values.keySet();
    }

    boolean isFaulty(String field) {
        return faulty.contains(field);
    }

    boolean hasErrors() {
        return !errors.isEmpty();
    }

    List<RowError> errors() {
        return List.copyOf(errors);
    }

    /** The row: what it files, or all its errors. */
    FiledRow row(@Nullable FiledEstablishment establishment, @Nullable FiledForm form) {
        List<RowNote> told = List.copyOf(notes);
        if (hasErrors() || establishment == null || form == null) {
            return new FiledRow.Refused(row, establishment, errors, told);
        }
        return new FiledRow.Read(row, establishment, form, values, told);
    }
}
