package jp.nenkin.member.file;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the data lines of the pension service's layouts. */
final class LayoutLines {
    private static final Pattern FORM_CODE = Pattern.compile("[0-9]{7}");

    private final Map<String, Columns> columns;
    private final LayoutForms forms;
    private final int longestLine;
    private final Tally tally;

    LayoutLines(Layout layout, LayoutForms forms, FileLimits limits, Tally tally) {
        this.columns = layout.lines().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, line -> Columns.of(line.getValue())));
        this.forms = forms;
        this.longestLine = limits.lineLength();
        this.tally = tally;
    }

    void read(BoundedLines lines) throws IOException {
        for (BoundedLines.@Nullable Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.text().isBlank()) {
                read(line);
            }
        }
    }

    private void read(BoundedLines.Line line) {
        if (!line.whole()) {
            refuse(line, FileProblem.LINE_TOO_LONG, Map.of("longest", longestLine));
            return;
        }
        List<String> values = SplitLine.items(line.text());
        String code = values.getFirst();
        if (!FORM_CODE.matcher(code).matches()) {
            refuse(line, FileProblem.FORM_CODE_INVALID, Map.of());
            return;
        }
        Optional<LayoutForm> form = LayoutForm.of(code).filter(ours -> columns.containsKey(ours.code()));
        if (form.isEmpty()) {
            tally.notOurs(code);
            return;
        }
        Columns ofForm = Objects.requireNonNull(columns.get(code), code);
        int expected = ofForm.items().size();
        if (values.size() != expected) {
            refuse(line, FileProblem.ITEM_COUNT_WRONG, Map.of("expected", expected, "found", values.size()));
            return;
        }
        Cells cells = new Cells(line.number(), ofForm, values);
        FiledEstablishment establishment = LayoutForms.establishment(cells);
        tally.row(cells.row(establishment, forms.read(form.get(), cells)));
    }

    private void refuse(BoundedLines.Line line, FileProblem problem, Map<String, Object> values) {
        tally.row(new FiledRow.Refused(
                line.number(), null, List.of(new RowError(line.number(), null, problem, values)), List.of()));
    }
}
