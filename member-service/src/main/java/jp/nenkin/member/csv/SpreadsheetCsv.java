package jp.nenkin.member.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table that a spreadsheet opens as it is meant: RFC 4180, UTF-8 with a byte order mark, CRLF, and no cell
 * that would be taken for a formula.
 */
public final class SpreadsheetCsv {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    // Those of full width begin a formula where the input method is Japanese.
    private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String TEXT_FOLLOWS = "'";

    private final OutputStream out;
    private final CsvWriter csv;

    /** Begins with the header. The stream stays the caller's to close. */
    public SpreadsheetCsv(OutputStream out, List<String> header) {
        this.out = out;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
        try {
            out.write(BYTE_ORDER_MARK);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        csv.writeRecord(header);
    }

    /** A row of texts, or null where there is nothing; what would be a formula is marked as text by an apostrophe. */
    public void row(List<? extends @Nullable String> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetCsv::cell).toList());
    }

    /** Sends on what has been written so far. */
    public void flush() {
        try {
            csv.flush();
            out.flush();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String cell(@Nullable String text) {
        String written = Objects.requireNonNullElse(text, "");
        boolean isFormula = !written.isEmpty() && FORMULA_STARTS.indexOf(written.charAt(0)) >= 0;
        return isFormula ? TEXT_FOLLOWS + written : written;
    }
}
