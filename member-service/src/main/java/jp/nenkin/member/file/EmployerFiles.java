package jp.nenkin.member.file;

import java.io.IOException;
import java.io.Reader;
import java.util.Map;
import java.util.function.Consumer;
import jp.nenkin.member.plan.PlanData;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of employers, whichever of the kinds and character sets they are, and hands their rows out one by one. Of
 * a file no more than one row is held at a time, however long it is.
 */
public final class EmployerFiles {
    private final FileLimits limits;
    private final LayoutForms layoutForms;
    private final Layout shfd = Layout.read("shfd0006.csv");
    private final Layout knfd = Layout.read("knfd0006.csv");

    /** A reader by which remuneration becomes the grades of a plan. */
    public EmployerFiles(PlanData plan, FileLimits limits) {
        this.limits = limits;
        this.layoutForms = new LayoutForms(plan);
    }

    /**
     * Reads a whole file.
     *
     * @param rows takes each row as soon as it is read, good ones and refused ones in the order of the file
     * @return what was in it
     * @throws FileRefused if the file as a whole is refused; rows before the place at fault have been handed out then
     * @throws IOException if the bytes cannot be read
     */
    public FileSummary read(FileBytes bytes, FileSaid said, Consumer<FiledRow> rows) throws IOException {
        CharacterSet scanned = ByteScan.characterSet(bytes, limits);
        CharacterSet characterSet = said.characterSet() == null ? scanned : said.characterSet();
        FileKind kind;
        try (Reader text = characterSet.reader(bytes.open())) {
            kind = KindDetection.kind(text, said.kind(), limits);
        }
        Tally tally = new Tally(rows, limits);
        FileHeader header;
        try (Reader text = characterSet.reader(bytes.open())) {
            header = read(kind, text, tally);
        }
        if (tally.rows() == 0 && tally.formsNotOurs().isEmpty()) {
            throw FileRefused.because(FileProblem.FILE_WITHOUT_ROWS, Map.of());
        }
        return new FileSummary(kind, characterSet, tally.rows(), tally.refused(), tally.formsNotOurs(), header);
    }

    private @Nullable FileHeader read(FileKind kind, Reader text, Tally tally) throws IOException {
        return switch (kind) {
            case OURS -> ours(text, tally);
            case SHFD0006 -> layout(shfd, text, tally);
            case KNFD0006 -> layout(knfd, text, tally);
        };
    }

    private @Nullable FileHeader ours(Reader text, Tally tally) throws IOException {
        new OurCsv(limits, tally).read(text);
        return null;
    }

    private FileHeader layout(Layout layout, Reader text, Tally tally) throws IOException {
        BoundedLines lines = new BoundedLines(text, limits.lineLength());
        FileHeader header = LayoutHeader.read(layout, lines);
        new LayoutLines(layout, layoutForms, limits, tally).read(lines);
        return header;
    }
}
