package jp.nenkin.member.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.file.FiledRow;
import jp.nenkin.member.file.RowNote;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a file in the form that PostgreSQL copies in, refused ones with their reasons. */
final class RowIntake {
    /** The columns in the order in which they are written. */
    static final String COLUMNS = "file, line, type, state, content, items, reasons, notes, decided_at, decided_by";

    private static final int BLOCK = 1 << 16;
    private static final String NULL = "\\N";

    private final UUID file;
    private final Establishment establishment;
    private final Instant receivedAt;
    private final Sink sink;
    private final StringBuilder written = new StringBuilder(BLOCK + (BLOCK >> 2));
    private int returned;

    RowIntake(UUID file, Establishment establishment, Instant receivedAt, Sink sink) {
        this.file = file;
        this.establishment = establishment;
        this.receivedAt = receivedAt;
        this.sink = sink;
    }

    /** Where the bytes go. */
    @FunctionalInterface
    interface Sink {
        void write(byte[] bytes) throws IOException;
    }

    void row(FiledRow row) {
        switch (row) {
            case FiledRow.Read read -> read(read);
            case FiledRow.Refused refused -> {
                start(refused.number());
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
        boolean own = FileEstablishment.is(row.establishment(), establishment);
        start(row.number());
        field(RowType.of(row.form()).name());
        field((own ? RowState.RECEIVED : RowState.RETURNED).name());
        json(RowJson.form(row.form()));
        json(RowJson.items(row.items()));
        if (own) {
            field(NULL);
            end(row.notes(), null);
            return;
        }
        returned(List.of(Reason.of(
                UploadProblem.ESTABLISHMENT_NOT_OF_FILE,
                Map.of("establishmentNumber", establishment.number().value()))));
        end(row.notes(), receivedAt);
    }

    private void returned(List<Reason> reasons) {
        returned++;
        json(RowJson.reasons(reasons));
    }

    private void start(long line) {
        field(file.toString());
        field(String.valueOf(line));
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

    /** Sends what is written; to be called after the last row too. */
    void flush() {
        try {
            sink.write(written.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        written.setLength(0);
    }

    int returned() {
        return returned;
    }
}
