package jp.nenkin.member.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.file.EmployerFiles;
import jp.nenkin.member.file.FileLimits;
import jp.nenkin.member.file.FileSummary;
import jp.nenkin.member.plan.PlanData;
import org.jspecify.annotations.Nullable;

/** The files of employers: how they come in, and where each one stands. */
@ApplicationScoped
class FilingFiles {
    private static final int LIMIT_SECONDS = 600;

    private final FileTable files;
    private final RowTable rows;
    private final ReturnedRows returnedRows;
    private final Establishments establishments;
    private final Event<Ready> ready;
    private final Clock clock;
    private final EmployerFiles reader = new EmployerFiles(PlanData.standard(), FileLimits.standard());

    FilingFiles(
            FileTable files,
            RowTable rows,
            ReturnedRows returnedRows,
            Establishments establishments,
            Event<Ready> ready,
            Clock clock) {
        this.returnedRows = returnedRows;
        this.files = files;
        this.rows = rows;
        this.establishments = establishments;
        this.ready = ready;
        this.clock = clock;
    }

    /** Told when a file can be processed. */
    record Ready(UUID file) {}

    /** A file with its receipt, and whether it is the first time that it came. */
    record Received(FilingFile file, boolean isNew) {}

    /**
     * Stores a file and its rows in one transaction, or nothing of it. The same bytes again for the same establishment
     * change nothing, unless nothing came of the first.
     *
     * @throws jp.nenkin.member.file.FileRefused if the file as a whole cannot be read
     * @throws IOException if the request breaks off
     */
    Received receive(Sending sending, EstablishmentNumber establishment, InputStream body) throws IOException {
        try (SpooledFile file = SpooledFile.of(body, FileLimits.standard().bytes())) {
            return QuarkusTransaction.requiringNew()
                    .timeout(LIMIT_SECONDS)
                    .call(() -> keep(sending, establishment, file));
        }
    }

    private Received keep(Sending sending, EstablishmentNumber establishment, SpooledFile file) {
        Establishment at = establishments
                .find(establishment)
                .orElseThrow(() -> Establishments.unknown(establishment).asProblem());
        FileTable.Entry entry = new FileTable.Entry(sending, establishment, null);
        Optional<UUID> id = files.enter(entry, file.sha256(), firstState(at));
        if (id.isEmpty()) {
            return new Received(
                    files.standing(establishment, file.sha256()).orElseThrow(() -> Problem.of(KitProblem.UNAVAILABLE)),
                    false);
        }
        copy(id.get(), at, sending, file);
        ready.fire(new Ready(id.get()));
        return new Received(files.find(id.get()).orElseThrow(), true);
    }

    /** Whether a file is processed at once or waits for a second person. */
    static FileState firstState(Establishment at) {
        return at.filingsNeedApproval() ? FileState.AWAITING_APPROVAL : FileState.RECEIVED;
    }

    private void copy(UUID id, Establishment at, Sending sending, SpooledFile file) {
        RowPlaces places = new RowPlaces(RowOwners.one(at), Map.of(at.number(), id), id);
        Contents contents = rows.copy(sink -> {
            RowIntake intake = new RowIntake(places, clock.instant(), sink);
            FileSummary summary = intake.all(reader, file, sending.said());
            places.owners().refuseAnothers(summary.header());
            return Contents.of(summary, intake.count(id));
        });
        files.read(id, contents);
        returnedRows.tellAll(new ReturnedRows.Of(id, at.number(), sending.receipt()), contents.rows());
    }

    @Transactional
    Optional<FilingFile> find(UUID id) {
        return files.find(id);
    }

    /** Lets a waiting file be processed; refused with a {@link Problem} if it does not wait, or for its sender. */
    @Transactional
    FilingFile approve(FilingFile file, String approver) {
        if (file.sentBy().equals(approver)) {
            throw Problem.of(UploadProblem.APPROVER_IS_SENDER);
        }
        settle(file, FileState.RECEIVED, approver);
        ready.fire(new Ready(file.id()));
        return files.find(file.id()).orElseThrow();
    }

    /** Takes a waiting file back, its sender too; refused with a {@link Problem} if it does not wait. */
    @Transactional
    FilingFile withdraw(FilingFile file, String by) {
        settle(file, FileState.WITHDRAWN, by);
        return files.find(file.id()).orElseThrow();
    }

    private void settle(FilingFile file, FileState state, String by) {
        if (!files.settle(file.id(), state, by)) {
            throw Problem.of(UploadProblem.FILE_NOT_WAITING)
                    .with("state", files.find(file.id()).orElseThrow().state());
        }
    }

    @Transactional
    List<FilingFile> before(EstablishmentNumber establishment, long receiptNumber, int most) {
        return files.before(establishment, receiptNumber, most);
    }

    @Transactional
    List<StoredRow> rowsAfter(UUID id, long line, @Nullable RowState state, int most) {
        return rows.after(id, line, state, most);
    }
}
