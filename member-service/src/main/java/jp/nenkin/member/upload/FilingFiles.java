package jp.nenkin.member.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
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
    Received receive(Sending sending, InputStream body) throws IOException {
        try (SpooledFile file = SpooledFile.of(body, FileLimits.standard().bytes())) {
            return QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(() -> keep(sending, file));
        }
    }

    private Received keep(Sending sending, SpooledFile file) {
        Establishment at = establishments
                .find(sending.establishment())
                .orElseThrow(
                        () -> Establishments.unknown(sending.establishment()).asProblem());
        FileState state = at.filingsNeedApproval() ? FileState.AWAITING_APPROVAL : FileState.RECEIVED;
        Optional<UUID> id = files.enter(sending, file.sha256(), state);
        if (id.isEmpty()) {
            return new Received(
                    files.standing(sending.establishment(), file.sha256())
                            .orElseThrow(() -> Problem.of(KitProblem.UNAVAILABLE)),
                    false);
        }
        copy(id.get(), at, sending, file);
        ready.fire(new Ready(id.get()));
        return new Received(files.find(id.get()).orElseThrow(), true);
    }

    /** What was in a file, and how many of its rows are returned already. */
    private record Intake(FileSummary summary, int returned) {}

    private void copy(UUID id, Establishment at, Sending sending, SpooledFile file) {
        Intake intake = rows.copy(sink -> intake(new RowIntake(id, at, clock.instant(), sink), sending, file));
        files.read(id, intake.summary(), intake.returned());
        if (intake.returned() > 0) {
            returnedRows.tellAll(new ReturnedRows.Of(id, at.number(), sending.receipt()));
        }
    }

    private Intake intake(RowIntake rowIntake, Sending sending, SpooledFile file) {
        try {
            FileSummary summary = reader.read(file, sending.said(), rowIntake::row);
            rowIntake.flush();
            return new Intake(summary, rowIntake.returned());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
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
