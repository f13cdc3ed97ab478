package jp.nenkin.member.file;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseEra;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
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

    private static final int DIGITS_OF_AMOUNT = 12;
    private static final Pattern SEPARATED_AMOUNT = Pattern.compile("[0-9]{1,3}(,[0-9]{3}){1,3}");

    private final long row;
    private final Columns columns;
    private final @Nullable String[] values;
    private final Set<String> faulty = new HashSet<>();
    private final List<RowError> errors = new ArrayList<>();
    private final Set<RowNote> notes = EnumSet.noneOf(RowNote.class);

    /** The cells of a row; columns after its last value have none. */
    Cells(long row, Columns columns, List<String> line) {
        this.row = row;
        this.columns = columns;
        this.values = new String[columns.items().size()];
        for (int place = 0; place < values.length; place++) {
            keep(place, place < line.size() ? line.get(place).strip() : "");
        }
    }

    private void keep(int place, String value) {
        Item item = columns.items().get(place);
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
        values[place] = value;
        refuseCharacters(place, value);
    }

    private void refuseCharacters(int place, String value) {
        Item item = columns.items().get(place);
        Characters characters = Characters.of(value);
        if (characters.undecodable()) {
            error(FileProblem.CHARACTER_UNDECODABLE, item.field(), Map.of());
        } else if (characters.ofUsers()) {
            error(FileProblem.CHARACTER_PRIVATE, item.field(), Map.of());
        } else if (characters.control()) {
            error(FileProblem.CHARACTER_CONTROL, item.field(), Map.of());
        } else if (item.content() != Item.Content.DIGITS && MyNumber.isTold(value)) {
            values[place] = null;
            error(FileProblem.MY_NUMBER_IN_TEXT, item.field(), Map.of());
        } else if (characters.width() > item.longest()) {
            error(
                    FileProblem.ITEM_TOO_LONG,
                    item.field(),
                    Map.of("longest", item.longest(), "fullWidth", item.longest() / 2));
        } else {
            refuseContent(item, value);
        }
    }

    private void refuseContent(Item item, String value) {
        switch (item.content()) {
            case TEXT -> {}
            case DIGITS ->
                refuseUnless(Characters.areDigits(Characters.folded(value)), FileProblem.ITEM_NOT_DIGITS, item.field());
            case KANA ->
                refuseUnless(Characters.areKana(Characters.folded(value)), FileProblem.ITEM_NOT_KANA, item.field());
        }
    }

    private void refuseUnless(boolean isRight, FileProblem problem, String field) {
        if (!isRight) {
            error(problem, field, Map.of());
        }
    }

    /** What was filed and is not at fault; null if it is absent or not in this layout. */
    @Nullable
    String text(String field) {
        return faulty.contains(field) ? null : filed(field);
    }

    private @Nullable String filed(String field) {
        int place = columns.placeOf(field);
        return place < 0 ? null : values[place];
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
        Optional<T> parsed = parse.apply(Characters.folded(value));
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
        String digits = Characters.folded(value).replace("-", "");
        if (Characters.areDigits(digits) && fewest <= digits.length() && digits.length() <= most) {
            return digits;
        }
        String expected = fewest == most ? String.valueOf(most) : fewest + "–" + most;
        error(FileProblem.DIGITS_WRONG_COUNT, field, Map.of("digits", expected));
        return null;
    }

    /** A whole number of yen, with or without separators between thousands. */
    @Nullable
    Long yen(String field) {
        return parsed(field, Cells::amount, FileProblem.AMOUNT_INVALID, "");
    }

    /** An amount, of which zeros that fill an empty column are none. */
    @Nullable
    Long positiveYen(String field) {
        Long yen = yen(field);
        return yen == null || yen == 0 ? null : yen;
    }

    private static Optional<Long> amount(String text) {
        boolean plain = text.length() <= DIGITS_OF_AMOUNT && Characters.areDigits(text);
        return plain || SEPARATED_AMOUNT.matcher(text).matches()
                ? Optional.of(Long.valueOf(text.replace(",", "")))
                : Optional.empty();
    }

    /** A day of our own CSV. */
    @Nullable
    LocalDate day(String field) {
        String value = text(field);
        boolean isOfEra = value != null && WrittenDays.isOfEra(Characters.folded(value));
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
        boolean given = filed(field) != null;
        if (given != (filed(eraField) != null) && !faulty.contains(field) && !faulty.contains(eraField)) {
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
        T meant = allowed.get(Characters.folded(value));
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
        if (name != null && (name.length() > Names.LONGEST || !Names.isName(name))) {
            error(FileProblem.NAME_INVALID, field, Map.of());
            return null;
        }
        return name;
    }

    /** Notes an error in a column, or of the row if there is no such column. */
    void error(FileProblem problem, String field, Map<String, Object> more) {
        int place = columns.placeOf(field);
        faulty.add(field);
        errors.add(
                new RowError(row, place < 0 ? null : columns.items().get(place).column(), problem, more));
    }

    /** Notes an error of the row as a whole. */
    void error(FileProblem problem) {
        errors.add(new RowError(row, null, problem, Map.of()));
    }

    void note(RowNote note) {
        notes.add(note);
    }

    /** Notes an error in each column that has something and should not, in the order of the fields. */
    void refuseOthers(Predicate<String> isExpected) {
        Set<String> others = new TreeSet<>();
        for (int place = 0; place < values.length; place++) {
            String field = columns.items().get(place).field();
            if (values[place] != null && !isExpected.test(field)) {
                others.add(field);
            }
        }
        others.forEach(field -> error(FileProblem.ITEM_NOT_OF_TYPE, field, Map.of()));
    }

    /** What is in the columns that have something, by field and in their order. */
    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (int place = 0; place < values.length; place++) {
            String value = values[place];
            if (value != null) {
                given.put(columns.items().get(place).field(), value);
            }
        }
        return given;
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
        return new FiledRow.Read(row, establishment, form, given(), told);
    }
}
