package jp.nenkin.member.file;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands before the data lines: the medium, [kanri], the consultant with the number of establishments, the
 * establishments, [data]. Errors there refuse the whole file, since its data lines could be anybody's.
 */
final class LayoutHeader {
    static final String MANAGEMENT = "[kanri]";
    static final String DATA = "[data]";

    /** The first items of a consultant's medium line are empty where an employer's name the establishment. */
    private static final String BY_CONSULTANT = ",,";

    private static final int MOST_SITES = 999;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final Layout layout;
    private final BoundedLines lines;
    private final List<RowError> errors = new ArrayList<>();

    private LayoutHeader(Layout layout, BoundedLines lines) {
        this.layout = layout;
        this.lines = lines;
    }

    /** The header, with the lines left at the first data line; throws {@link FileRefused} with all its errors. */
    static FileHeader read(Layout layout, BoundedLines lines) throws IOException {
        LayoutHeader reading = new LayoutHeader(layout, lines);
        Optional<FileHeader> header = reading.read();
        if (header.isEmpty() || !reading.errors.isEmpty()) {
            reading.errors.sort(Comparator.comparingLong(RowError::row));
            throw FileRefused.because(FileProblem.HEADER_INVALID, reading.errors);
        }
        return header.get();
    }

    private Optional<FileHeader> read() throws IOException {
        String medium = line();
        Cells first = cells(1, medium.startsWith(BY_CONSULTANT) ? "consultant" : "medium", medium);
        expect(2, line(), MANAGEMENT);
        Cells count = cells(3, "count", line());
        List<FileHeader.Site> sites = sites();
        String serial = first.digits("serial", 3, 3);
        LocalDate createdOn = first.parsed("createdOn", LayoutHeader::day, FileProblem.DATE_INVALID, "20250401");
        String counted = count.digits("sites", 1, 3);
        errors.addAll(first.errors());
        errors.addAll(count.errors());
        if (counted != null && Integer.parseInt(counted) != sites.size()) {
            error(3, FileProblem.SITES_NOT_AS_COUNTED, Map.of("said", counted, "found", sites.size()));
        }
        return serial == null || createdOn == null
                ? Optional.empty()
                : Optional.of(new FileHeader(
                        first.text("consultantCode"),
                        count.text("consultantName"),
                        Integer.parseInt(serial),
                        createdOn,
                        sites));
    }

    private List<FileHeader.Site> sites() throws IOException {
        List<FileHeader.Site> sites = new ArrayList<>();
        for (int number = 4; number <= MOST_SITES + 4; number++) {
            BoundedLines.@Nullable Line line = lines.next();
            if (line != null && SplitLine.trimmed(line.text()).equals(DATA)) {
                return sites;
            }
            if (line == null) {
                break;
            }
            Cells cells = cells(number, "site", line.text());
            FiledEstablishment establishment = LayoutForms.establishment(cells);
            errors.addAll(cells.errors());
            if (establishment != null) {
                sites.add(new FileHeader.Site(establishment, cells.text("name")));
            }
        }
        error(4 + sites.size(), FileProblem.HEADER_LINE_UNEXPECTED, Map.of("expected", DATA));
        return sites;
    }

    private Cells cells(int number, String kind, String line) {
        List<Item> items = layout.items(kind);
        List<String> values = SplitLine.items(line, items.size());
        if (values.size() > items.size()) {
            error(number, FileProblem.ITEM_COUNT_WRONG, Map.of("expected", items.size(), "found", values.size()));
        }
        return new Cells(number, Columns.of(items), values);
    }

    private void expect(int number, String line, String expected) {
        if (!SplitLine.trimmed(line).equals(expected)) {
            error(number, FileProblem.HEADER_LINE_UNEXPECTED, Map.of("expected", expected));
        }
    }

    /** A line of which only its beginning is read, if it is too long, fails by its items. */
    private String line() throws IOException {
        BoundedLines.@Nullable Line line = lines.next();
        return line == null ? "" : line.text();
    }

    private void error(int row, FileProblem problem, Map<String, Object> values) {
        errors.add(new RowError(row, null, problem, values));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DAY));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
