package jp.nenkin.member.upload;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Language;
import jp.nenkin.member.calendar.Calendar;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.file.EmployerFiles;
import jp.nenkin.member.file.FileLimits;
import jp.nenkin.member.file.FileSummary;
import jp.nenkin.member.file.FiledRow;
import jp.nenkin.member.filing.FilingTable;
import jp.nenkin.member.filing.Origin;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Turns;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.upload.FilingFileResource.CheckedRowBody;
import org.jspecify.annotations.Nullable;

/**
 * Checks a file by filing it, in a transaction that is rolled back whatever comes of it: so that a row is judged as it
 * would be, the rows before it included. What the rows would cost is asked of the ledger after that.
 */
@ApplicationScoped
class FileChecks {
    private static final int LIMIT_SECONDS = 3_600;

    private final FileTable files;
    private final RowFilings filings;
    private final Establishments establishments;
    private final Members members;
    private final Turns turns;
    private final RowDays days;
    private final LedgerEffects effects;
    private final Ids ids;
    private final ObjectMapper json;
    private final EmployerFiles reader = new EmployerFiles(PlanData.standard(), FileLimits.standard());

    FileChecks(
            FileTable files,
            RowFilings filings,
            Establishments establishments,
            Members members,
            Turns turns,
            RowDays days,
            LedgerEffects effects,
            Ids ids,
            ObjectMapper json) {
        this.files = files;
        this.filings = filings;
        this.establishments = establishments;
        this.members = members;
        this.turns = turns;
        this.days = days;
        this.effects = effects;
        this.ids = ids;
        this.json = json;
    }

    /**
     * The answer to a check as JSON: all rows with what would become of each. It is whole before the first byte is
     * sent, so that no slow reader keeps the transaction open; its file is gone when the stream is closed.
     *
     * @throws jp.nenkin.member.file.FileRefused if the file as a whole cannot be read
     * @throws IOException if the request breaks off
     */
    InputStream check(Sending sending, InputStream body, Language language) throws IOException {
        Path answer = Files.createTempFile("check-", ".json");
        try (SpooledFile file = SpooledFile.of(body, FileLimits.standard().bytes());
                CheckedRows kept = CheckedRows.empty()) {
            Judged judged = rolledBack(sending, () -> judge(sending, file, new Answer(kept, language)));
            // After the transaction, so that a slow ledger keeps none open.
            LedgerEffects.Told told = effects.tell(kept, sending.establishment(), language);
            try (OutputStream out = Files.newOutputStream(answer);
                    JsonGenerator written = json.createGenerator(out)) {
                write(written, kept, judged.but(told.returned()), told);
            }
            return Files.newInputStream(answer, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(answer);
            throw fault;
        }
    }

    private <T> T rolledBack(Sending sending, Supplier<T> work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LIMIT_SECONDS));
        try {
            files.actFor(sending.establishment());
            UUID drawn = ids.next();
            return turns.withoutTurns(() -> members.withPlaceholders(drawn, work));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Where rows are kept as they are judged, and in which language. */
    private record Answer(CheckedRows kept, Language language) {}

    /** What the rows come to together. */
    private record Judged(FileSummary summary, FileTable.Tally tally, FileMode mode) {
        /** With some that are returned after all. */
        Judged but(int returned) {
            return new Judged(
                    summary,
                    new FileTable.Tally(
                            tally.processed() - returned, tally.notApplicable(), tally.returned() + returned),
                    mode);
        }

        FilingFileResource.CountsBody counts() {
            return FilingFileResource.CountsBody.of(new FilingFile.Counts(
                    Math.toIntExact(summary.rows()), tally.processed(), tally.notApplicable(), tally.returned()));
        }

        FileState state() {
            if (tally.returned() > 0 && mode == FileMode.ALL_OR_NOTHING) {
                return FileState.RETURNED;
            }
            return counts().received() > 0 ? FileState.AWAITING_DECISION : FileState.PROCESSED;
        }
    }

    private Judged judge(Sending sending, SpooledFile file, Answer answer) {
        Establishment at = establishments
                .find(sending.establishment())
                .orElseThrow(
                        () -> Establishments.unknown(sending.establishment()).asProblem());
        Rows rows = new Rows(sending, at, answer);
        try {
            FileSummary summary = reader.read(file, sending.said(), rows::row);
            return new Judged(summary, rows.tally, sending.mode());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void write(JsonGenerator out, CheckedRows kept, Judged judged, LedgerEffects.Told told)
            throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("rows");
        for (int row = 0; row < kept.size(); row++) {
            out.writePOJO(kept.read(row).row());
        }
        out.writeEndArray();
        out.writePOJOField("counts", judged.counts());
        out.writePOJOField("formsNotOurs", judged.summary().formsNotOurs());
        out.writePOJOField("state", judged.state());
        if (told.bill() != null) {
            out.writePOJOField("nextBill", told.bill());
        }
        out.writeBooleanField("effectsUnavailable", told.unavailable() != null);
        if (told.unavailable() != null) {
            out.writePOJOField("effectsReason", told.unavailable());
        }
        out.writeEndObject();
    }

    /** Judges one row after the other. */
    private final class Rows {
        private final Sending sending;
        private final Establishment at;
        private final Answer answer;
        private final Calendar calendar = days.calendar();
        private FileTable.Tally tally = FileTable.Tally.NOTHING;

        Rows(Sending sending, Establishment at, Answer answer) {
            this.sending = sending;
            this.at = at;
            this.answer = answer;
        }

        void row(FiledRow row) {
            switch (row) {
                case FiledRow.Refused refused -> {
                    tally = new FileTable.Tally(tally.processed(), tally.notApplicable(), tally.returned() + 1);
                    List<Reason> reasons =
                            refused.errors().stream().map(Reason::of).toList();
                    answer.kept()
                            .add(new CheckedRows.Kept(
                                    body(new StoredRow(
                                            refused.number(),
                                            null,
                                            RowState.RETURNED,
                                            null,
                                            reasons,
                                            refused.notes(),
                                            null,
                                            null)),
                                    List.of()));
                }
                case FiledRow.Read read -> {
                    RowOutcome outcome = outcome(read);
                    tally = tally.with(outcome);
                    keep(read, outcome);
                }
            }
        }

        private CheckedRowBody body(StoredRow judged) {
            return CheckedRowBody.of(judged, answer.language());
        }

        private void keep(FiledRow.Read read, RowOutcome outcome) {
            CheckedRowBody body = body(judged(read, outcome));
            switch (outcome) {
                case RowOutcome.Processed filed -> foretell(read, filed, body);
                // What it would cost is told when it is decided: the bill does not know it before.
                case RowOutcome.Waits _ -> answer.kept().add(new CheckedRows.Kept(body.on(due(read), null), List.of()));
                case RowOutcome.NotApplicable _, RowOutcome.Returned _ ->
                    answer.kept().add(new CheckedRows.Kept(body, List.of()));
            }
        }

        private FilingFileResource.@Nullable RowDueBody due(FiledRow.Read read) {
            return RowDays.due(read.form(), calendar, sending.receipt().receivedOn());
        }

        private void foretell(FiledRow.Read read, RowOutcome.Processed filed, CheckedRowBody body) {
            CheckedRowBody foretold = body.on(due(read), days.milestones(read.form(), filed.member()));
            List<LedgerFact> facts = filed.events().stream()
                    .map(LedgerFact::of)
                    .flatMap(Optional::stream)
                    .toList();
            CheckedRows.Kept kept = new CheckedRows.Kept(foretold, facts);
            if (facts.isEmpty()) {
                answer.kept().add(kept);
            } else {
                answer.kept().add(kept, filed.member());
            }
        }

        private RowOutcome outcome(FiledRow.Read read) {
            if (FileEstablishment.is(read.establishment(), at)) {
                return FilingTable.filedBefore(
                        Origin.of(sending.sender(), sending.byOfficer()),
                        () -> filings.file(read.form(), at.number(), sending.receipt()));
            }
            return new RowOutcome.Returned(Reason.of(
                    UploadProblem.ESTABLISHMENT_NOT_OF_FILE,
                    Map.of("establishmentNumber", at.number().value())));
        }

        private static StoredRow judged(FiledRow.Read read, RowOutcome outcome) {
            RowState state = switch (outcome) {
                case RowOutcome.Processed _ -> RowState.PROCESSED;
                case RowOutcome.Waits _ -> RowState.RECEIVED;
                case RowOutcome.NotApplicable _ -> RowState.NOT_APPLICABLE;
                case RowOutcome.Returned _ -> RowState.RETURNED;
            };
            List<Reason> reasons = switch (outcome) {
                case RowOutcome.Processed _ -> List.of();
                case RowOutcome.Waits waits -> waits.reasons();
                case RowOutcome.NotApplicable(var _, var reason) -> List.of(reason);
                case RowOutcome.Returned(var reason) -> List.of(reason);
            };
            return new StoredRow(
                    read.number(), RowType.of(read.form()), state, null, reasons, read.notes(), null, null);
        }
    }
}
