package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.FiledForm;

/** The rows of processed files that take no effect by themselves, but are what other filings are derived from. */
@ApplicationScoped
public class KeptRows {
    private final FileTable files;
    private final RowTable rows;

    KeptRows(FileTable files, RowTable rows) {
        this.files = files;
        this.rows = rows;
    }

    /**
     * Such a row.
     *
     * @param receiptNumber of its file
     * @param line of the file on which it begins, from 1
     * @param items as filed, by field
     */
    public record KeptRow(UUID file, long receiptNumber, long line, FiledForm form, Map<String, String> items) {
        public KeptRow {
            items = Map.copyOf(items);
        }
    }

    /**
     * All such rows of some files in the order of receipt, within the caller's transaction; refused with a
     * {@link Problem} where a file is none that the establishment sent, or is not processed.
     */
    public List<KeptRow> of(Collection<UUID> ids, EstablishmentNumber establishment) {
        return ids.stream()
                .map(id -> file(id, establishment))
                .sorted(Comparator.comparingLong(FilingFile::receiptNumber))
                .flatMap(file -> rows.kept(file).stream())
                .toList();
    }

    /** How many rows of some files were returned, so that nobody knows what they say. */
    public int returned(Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> files.find(id).stream())
                .mapToInt(file -> file.counts().returned())
                .sum();
    }

    private FilingFile file(UUID id, EstablishmentNumber establishment) {
        FilingFile file = files.find(id)
                .filter(found -> found.establishment().equals(establishment))
                .orElseThrow(() -> Problem.of(UploadProblem.FILE_UNKNOWN)
                        .with("fileId", id)
                        .with("establishmentNumber", establishment.value()));
        if (file.state() != FileState.PROCESSED) {
            throw Problem.of(UploadProblem.FILE_NOT_PROCESSED)
                    .with("receiptNumber", file.receiptNumber())
                    .with("state", file.state());
        }
        return file;
    }
}
