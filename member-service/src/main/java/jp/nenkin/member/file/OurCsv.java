package jp.nenkin.member.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.nenkin.kit.Text;
import org.jspecify.annotations.Nullable;

/** Reads our own CSV (RFC 4180): a header row with the names of columns in any order, then rows of any types. */
final class OurCsv {
    /** What the parser reads at once, for which its buffer has room beside the longest value. */
    private static final int READ_AHEAD = 32_768;

    private final FileLimits limits;
    private final Tally tally;

    OurCsv(FileLimits limits, Tally tally) {
        this.limits = limits;
        this.tally = tally;
    }

    /** A record of the file; of one that is longer than allowed, only its beginning is kept. */
    private record Line(long number, List<String> values, long length) {}

    private static final Line NOTHING = new Line(1, List.of(), 0);

    /** Makes records of what the parser finds, and knows where the one began that it cannot read. */
    private static final class Lines extends AbstractBaseCsvCallbackHandler<Line> {
        private final FileLimits limits;
        private List<String> values = new ArrayList<>();
        private long length;
        private long number = 1;

        Lines(FileLimits limits) {
            this.limits = limits;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            number = startingLineNumber;
            length = 0;
            values = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int size, boolean quoted) {
            length += size + 1L;
            if (index <= limits.columns() && length <= limits.lineLength()) {
                values.add(new String(buffer, offset, size));
            }
        }

        @Override
        protected Line buildRecord() {
            return new Line(number, values, length);
        }
    }

    /** Reads all rows; throws {@link FileRefused} where the header is wrong or the quotes are. */
    void read(Reader text) throws IOException {
        Lines lines = new Lines(limits);
        try (CloseableIterator<Line> records = records(lines, text)) {
            Line first = next(records, lines);
            Header header = header(first == null ? NOTHING : first);
            for (Line line = next(records, lines); line != null; line = next(records, lines)) {
                tally.row(row(header, line));
            }
        }
    }

    private CloseableIterator<Line> records(Lines lines, Reader text) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(READ_AHEAD + limits.lineLength())
                .build(lines, text)
                .iterator();
    }

    /** The next record, or null after the last. */
    private static @Nullable Line next(CloseableIterator<Line> records, Lines lines) throws IOException {
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        } catch (CsvParseException _) {
            // Its message may quote the file, which may hold what must not be kept.
            RowError broken = new RowError(lines.number, null, FileProblem.QUOTES_BROKEN, Map.of());
            throw FileRefused.because(FileProblem.QUOTES_BROKEN, List.of(broken));
        }
    }

    /** The columns that a file has, then those that it might have had, so that errors can name what is missing. */
    private record Header(int size, Columns columns) {}

    private Header header(Line line) {
        List<String> names = line.values();
        if (names.size() > limits.columns() || line.length() > limits.lineLength()) {
            throw FileRefused.because(FileProblem.TOO_MANY_COLUMNS, Map.of("most", limits.columns()));
        }
        List<Item> items = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        Set<OurColumn> absent = EnumSet.allOf(OurColumn.class);
        for (int number = 1; number <= names.size(); number++) {
            OurColumn column = OurColumn.of(names.get(number - 1)).orElse(null);
            if (column == null) {
                errors.add(headerError(line, unknown(number), FileProblem.COLUMN_UNKNOWN));
                continue;
            }
            Item item = column.item(number);
            items.add(item);
            if (!absent.remove(column)) {
                errors.add(headerError(line, item.column(), FileProblem.COLUMN_REPEATED));
            }
        }
        if (!errors.isEmpty()) {
            throw FileRefused.because(FileProblem.HEADER_INVALID, errors);
        }
        absent.forEach(column -> items.add(column.item(null)));
        return new Header(names.size(), Columns.of(items));
    }

    private static RowError headerError(Line line, Column column, FileProblem problem) {
        return new RowError(line.number(), column, problem, Map.of());
    }

    private static Column unknown(int number) {
        return new Column(number, new Text(number + " 列目", "column " + number));
    }

    private FiledRow row(Header header, Line line) {
        if (line.length() > limits.lineLength()) {
            return refused(line, FileProblem.LINE_TOO_LONG, Map.of("longest", limits.lineLength()));
        }
        List<String> values = line.values();
        if (values.size() != header.size()) {
            return refused(
                    line, FileProblem.ITEM_COUNT_WRONG, Map.of("expected", header.size(), "found", values.size()));
        }
        return OurForms.row(new Cells(line.number(), header.columns(), values));
    }

    private static FiledRow refused(Line line, FileProblem problem, Map<String, Object> values) {
        return new FiledRow.Refused(
                line.number(), null, List.of(new RowError(line.number(), null, problem, values)), List.of());
    }
}
