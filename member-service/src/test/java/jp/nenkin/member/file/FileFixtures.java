package jp.nenkin.member.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.nenkin.member.plan.PlanData;

/** Reads files as tests do: all rows into a list. */
final class FileFixtures {
    private FileFixtures() {}

    /** All that came of a file. */
    record Outcome(List<FiledRow> rows, FileSummary summary) {

        FiledRow.Read only() {
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst()).isInstanceOf(FiledRow.Read.class);
            return (FiledRow.Read) rows.getFirst();
        }

        FileHeader header() {
            return Objects.requireNonNull(summary.header());
        }

        FiledForm form() {
            return only().form();
        }

        List<RowError> errors() {
            return rows.stream()
                    .filter(FiledRow.Refused.class::isInstance)
                    .flatMap(row -> ((FiledRow.Refused) row).errors().stream())
                    .toList();
        }

        /** Each error as row, column number and code. */
        List<String> told() {
            return errors().stream().map(FileFixtures::told).toList();
        }
    }

    static String told(RowError error) {
        Column column = error.column();
        String number = column == null || column.number() == null ? "-" : String.valueOf(column.number());
        return error.row() + " " + number + " " + error.problem().code();
    }

    static Outcome read(byte[] bytes) {
        return read(bytes, FileSaid.nothing(), FileLimits.standard());
    }

    static Outcome read(byte[] bytes, FileSaid said, FileLimits limits) {
        List<FiledRow> rows = new ArrayList<>();
        try {
            FileSummary summary = new EmployerFiles(PlanData.standard(), limits)
                    .read(() -> new ByteArrayInputStream(bytes), said, rows::add);
            return new Outcome(rows, summary);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Outcome readUtf8(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }
}
