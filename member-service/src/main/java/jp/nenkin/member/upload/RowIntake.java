package jp.nenkin.member.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.CopyWriter;
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

    private static final int FIELDS = 10;

    private final RowPlaces places;
    private final Instant receivedAt;
    private final CopyWriter copy;
    private final Map<UUID, Contents.Rows> counts = new HashMap<>();

    RowIntake(RowPlaces places, Instant receivedAt, CopyWriter.Blocks blocks) {
        this.places = places;
        this.receivedAt = receivedAt;
        this.copy = new CopyWriter(blocks, FIELDS);
    }

    /**
     * Writes all rows of a file.
     *
     * @throws jp.nenkin.member.file.FileRefused if the file as a whole cannot be read
     */
    FileSummary all(EmployerFiles reader, FileBytes file, FileSaid said) {
        try {
            FileSummary summary = reader.read(file, said, this::row);
            copy.end();
            return summary;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void row(FiledRow row) {
        switch (row) {
            case FiledRow.Read read -> read(read);
            case FiledRow.Refused refused -> {
                start(refused, null, RowState.RETURNED);
                copy.writeNull();
                copy.writeNull();
                returned(refused.errors().stream().map(Reason::of).toList(), refused.notes());
            }
        }
    }

    private void read(FiledRow.Read row) {
        boolean own = places.owners().of(row).isPresent();
        start(row, RowType.of(row.form()), own ? RowState.RECEIVED : RowState.RETURNED);
        copy.write(RowJson.form(row.form()));
        copy.write(RowJson.items(row.items()));
        if (own) {
            copy.writeNull();
            notes(row.notes());
            copy.writeNull();
            copy.writeNull();
        } else {
            returned(List.of(places.owners().stranger()), row.notes());
        }
    }

    private void start(FiledRow row, @Nullable RowType type, RowState state) {
        UUID file = places.of(row);
        counts.put(file, count(file).with(state == RowState.RETURNED));
        copy.row();
        copy.write(file);
        copy.write(row.number());
        if (type == null) {
            copy.writeNull();
        } else {
            copy.write(type.name());
        }
        copy.write(state.name());
    }

    private void returned(List<Reason> reasons, List<RowNote> notes) {
        copy.write(RowJson.reasons(reasons));
        notes(notes);
        copy.write(CopyWriter.micros(receivedAt));
        copy.write(RowTable.SYSTEM);
    }

    private void notes(List<RowNote> notes) {
        if (notes.isEmpty()) {
            copy.writeNull();
        } else {
            copy.write(RowJson.notes(notes));
        }
    }

    /** How many rows went into a file. */
    Contents.Rows count(UUID file) {
        return counts.getOrDefault(file, Contents.Rows.NONE);
    }
}
