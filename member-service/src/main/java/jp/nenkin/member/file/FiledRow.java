package jp.nenkin.member.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a file: what it files, or all that is wrong with it. */
public sealed interface FiledRow {

    /** The line of the file on which the row begins, from 1. */
    long number();

    /** What the filer is told besides. */
    List<RowNote> notes();

    /**
     * A row that could be read.
     *
     * @param items what was filed in each column that had something, by the field's name; never a My Number
     */
    record Read(
            long number,
            FiledEstablishment establishment,
            FiledForm form,
            Map<String, String> items,
            List<RowNote> notes)
            implements FiledRow {

        public Read {
            items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
            notes = List.copyOf(notes);
        }

        /** Where it stands and what it is; not whom it is about, because logs keep it. */
        @Override
        public String toString() {
            return "row " + number + ": " + form.getClass().getSimpleName();
        }
    }

    /**
     * A row with errors, one at least.
     *
     * @param establishment as the row names it; null where that cannot be read
     */
    record Refused(long number, @Nullable FiledEstablishment establishment, List<RowError> errors, List<RowNote> notes)
            implements FiledRow {

        public Refused {
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("Refused without a reason: row " + number);
            }
            errors = List.copyOf(errors);
            notes = List.copyOf(notes);
        }
    }
}
