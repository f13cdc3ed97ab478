package jp.nenkin.member.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.member.file.EmployerFiles;
import jp.nenkin.member.file.FileBytes;
import jp.nenkin.member.file.FileSaid;
import jp.nenkin.member.file.FileSummary;
import jp.nenkin.member.file.FiledRow;
import jp.nenkin.member.file.RowNote;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a sent file in the form that PostgreSQL copies in, refused ones with their reasons. */
final class RowIntake {
    /** The columns in the order in which they are written. */
    static final String COLUMNS = "file, line, type, state, content, items, reasons, notes, decided_at, decided_by";

    private static final int BLOCK = 1 << 16;
    private static final String NULL = "\\N";

    private final RowPlaces places;
    private final Instant receivedAt;
    private final Sink sink;
    private final StringBuilder written = new StringBuilder(BLOCK + (BLOCK >> 2));
    private final Map<UUID, Contents.Rows> counts = new HashMap<>();

    RowIntake(RowPlaces places, Instant receivedAt, Sink sink) {
        this.places = places;
        this.receivedAt = receivedAt;
        this.sink = sink;
    }

    /** Where the bytes go. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes) throws IOException;
    }

    /**
     * Writes all rows of a file.
     *
     * @throws jp.nenkin.member.file.FileRefused if the file as a whole cannot be read
     */
    FileSummary all(EmployerFiles reader, FileBytes file, FileSaid said) {
        try {
            FileSummary summary = reader.read(file, said, this::row);
            flush();
            return summary;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void row(FiledRow row) {
        switch (row) {
            case FiledRow.Read read -> read(read);
            case FiledRow.Refused refused -> {
                start(refused, true);
                field(NULL);
                field(RowState.RETURNED.name());
                field(NULL);
                field(NULL);
                returned(refused.errors().stream().map(Reason::of).toList());
                end(refused.notes(), receivedAt);
            }
        }
        if (written.length() >= BLOCK) {
            flush();
        }
    }

    private void read(FiledRow.Read row) {
        boolean own = places.owners().of(row).isPresent();
        start(row, !own);
        field(RowType.of(row.form()).name());
        field((own ? RowState.RECEIVED : RowState.RETURNED).name());
        json(RowJson.form(row.form()));
        json(RowJson.items(row.items()));
        if (own) {
            field(NULL);
            end(row.notes(), null);
            return;
        }
        returned(List.of(places.owners().stranger()));
        end(row.notes(), receivedAt);
    }

    private void returned(List<Reason> reasons) {
        json(RowJson.reasons(reasons));
    }

    private void start(FiledRow row, boolean isReturned) {
        UUID file = places.of(row);
        counts.put(file, count(file).with(isReturned));
        field(file.toString());
        field(String.valueOf(row.number()));
    }

    private void end(List<RowNote> notes, @Nullable Instant decidedAt) {
        if (notes.isEmpty()) {
            field(NULL);
        } else {
            json(RowJson.notes(notes));
        }
        field(decidedAt == null ? NULL : decidedAt.toString());
        written.append(decidedAt == null ? NULL : RowTable.SYSTEM).append('\n');
    }

    private void field(String text) {
        written.append(text).append('\t');
    }

    /** JSON holds no tabs and no line breaks; a backslash counts twice. */
    private void json(String text) {
        if (text.indexOf('\\') < 0) {
            field(text);
        } else {
            field(text.replace("\\", "\\\\"));
        }
    }

    private void flush() {
        try {
            sink.write(written.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        written.setLength(0);
    }

    /** How many rows went into a file. */
    Contents.Rows count(UUID file) {
        return counts.getOrDefault(file, Contents.Rows.NONE);
    }
}
