package jp.nenkin.member.upload;

import static java.util.Objects.requireNonNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.file.EmployerFiles;
import jp.nenkin.member.file.FileHeader;
import jp.nenkin.member.file.FileLimits;
import jp.nenkin.member.file.FileSummary;
import jp.nenkin.member.file.FiledRow;
import jp.nenkin.member.filer.ConsultantCode;
import jp.nenkin.member.plan.PlanData;
import org.jspecify.annotations.Nullable;

/**
 * Consultants' files over several establishments: one receipt, and within it a file of each establishment, which is
 * approved, processed and seen like one that it had sent itself.
 */
@ApplicationScoped
class ConsultantFiles {
    private static final int LIMIT_SECONDS = 600;

    private final ConsultantFileTable table;
    private final FileTable files;
    private final RowTable rows;
    private final Establishments establishments;
    private final ReturnedRows returnedRows;
    private final Event<FilingFiles.Ready> ready;
    private final Clock clock;
    private final EmployerFiles reader = new EmployerFiles(PlanData.standard(), FileLimits.standard());

    ConsultantFiles(
            ConsultantFileTable table,
            FileTable files,
            RowTable rows,
            Establishments establishments,
            ReturnedRows returnedRows,
            Event<FilingFiles.Ready> ready,
            Clock clock) {
        this.table = table;
        this.files = files;
        this.rows = rows;
        this.establishments = establishments;
        this.returnedRows = returnedRows;
        this.ready = ready;
        this.clock = clock;
    }

    /** A file with those of the establishments in it that the caller may see. */
    record Whole(ConsultantFile file, List<FilingFile> parts) {}

    /** A file with its receipt, and whether it is the first time that it came. */
    record Received(Whole whole, boolean isNew) {}

    /**
     * Stores a file and its rows in one transaction, or nothing of it. The same bytes again from the same consultant
     * change nothing, unless nothing came of the first. Refused with a {@link Problem} if its header names another.
     *
     * @throws jp.nenkin.member.file.FileRefused if the file as a whole cannot be read
     * @throws IOException if the request breaks off
     */
    Received receive(Sending sending, ConsultantCode consultant, InputStream body) throws IOException {
        try (SpooledFile file = SpooledFile.of(body, FileLimits.standard().bytes())) {
            return QuarkusTransaction.requiringNew().timeout(LIMIT_SECONDS).call(() -> keep(sending, consultant, file));
        }
    }

    private Received keep(Sending sending, ConsultantCode consultant, SpooledFile file) {
        table.takeTurn(consultant);
        Optional<ConsultantFile> standing = table.standing(consultant, file.sha256());
        if (standing.isPresent()) {
            return new Received(whole(standing.get()), false);
        }
        RowOwners owners = RowOwners.delegating(establishments.seen());
        // Rows are copied in one stream, in which no file can be entered, so whose they are is read before.
        FirstReading first = new FirstReading(owners);
        FileSummary summary = first.read(reader, file, sending);
        refuseAnothers(sending.whose(), summary.header());
        UUID id = table.add(sending, consultant, file.sha256(), Contents.of(summary, first.nobodys()));
        Map<EstablishmentNumber, UUID> parts = new LinkedHashMap<>();
        first.owners.values().forEach(at -> parts.put(at.number(), enter(sending, at, id, file.sha256())));
        copy(sending, file, new RowPlaces(owners, parts, id));
        if (first.anybodys && sending.mode() == FileMode.ALL_OR_NOTHING) {
            files.parts(id).forEach(this::giveBack);
        }
        ready.fire(new FilingFiles.Ready(id));
        return new Received(whole(table.find(id).orElseThrow()), true);
    }

    /** Refused with a {@link Problem} where the header of a consultant's file names another. */
    static void refuseAnothers(Whose whose, @Nullable FileHeader header) {
        String named = header == null ? null : header.consultantCode();
        if (named != null && whose instanceof Whose.Delegating(var consultant) && !named.equals(consultant.value())) {
            throw Problem.of(UploadProblem.CONSULTANT_NOT_OF_FILE);
        }
    }

    private UUID enter(Sending sending, Establishment at, UUID whole, byte[] sha256) {
        return files.enter(new FileTable.Entry(sending, at.number(), whole), sha256, FilingFiles.firstState(at))
                .orElseThrow();
    }

    private void copy(Sending sending, SpooledFile file, RowPlaces places) {
        Map<UUID, Contents> read = rows.copy(sink -> {
            RowIntake intake = new RowIntake(places, clock.instant(), sink);
            FileSummary summary = intake.all(reader, file, sending.said());
            Map<UUID, Contents> contents = new LinkedHashMap<>();
            places.files().values().forEach(part -> contents.put(part, Contents.part(summary, intake.count(part))));
            return contents;
        });
        places.files().forEach((establishment, part) -> {
            Contents contents = requireNonNull(read.get(part));
            files.read(part, contents);
            returnedRows.tellAll(new ReturnedRows.Of(part, establishment, sending.receipt()), contents.rows());
        });
    }

    /** A row that may be of any of them lets none of them have all. */
    private void giveBack(FilingFile part) {
        int rest = rows.decideRest(part.id(), Reason.of(UploadProblem.OTHERS_RETURNED));
        files.count(part.id(), new FileTable.Tally(0, rest, 0), 0);
        files.giveBack(part.id());
    }

    /** Whose the rows of a file are. */
    private static final class FirstReading {
        private final RowOwners named;
        private final Map<EstablishmentNumber, Establishment> owners = new LinkedHashMap<>();
        private int rows;
        private int strangers;
        private boolean anybodys;

        FirstReading(RowOwners named) {
            this.named = named;
        }

        FileSummary read(EmployerFiles reader, SpooledFile file, Sending sending) {
            try {
                return reader.read(file, sending.said(), this::row);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        private void row(FiledRow row) {
            rows++;
            anybodys |= RowOwners.isAnybodys(row);
            named.of(row).ifPresentOrElse(owner -> owners.putIfAbsent(owner.number(), owner), () -> strangers++);
        }

        /** All rows, and as returned already those that are nobody's. */
        Contents.Rows nobodys() {
            return new Contents.Rows(rows, strangers);
        }
    }

    @Transactional
    Optional<Whole> find(UUID id) {
        return table.find(id).map(this::whole);
    }

    @Transactional
    List<Whole> before(ConsultantCode consultant, long receiptNumber, int most) {
        List<Whole> found = new ArrayList<>();
        table.before(consultant, receiptNumber, most).forEach(file -> found.add(whole(file)));
        return found;
    }

    private Whole whole(ConsultantFile file) {
        return new Whole(file, files.parts(file.id()));
    }
}
