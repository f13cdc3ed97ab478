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
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.calendar.Calendar;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.file.EmployerFiles;
import jp.nenkin.member.file.FileLimits;
import jp.nenkin.member.file.FileSummary;
import jp.nenkin.member.file.FiledRow;
import jp.nenkin.member.filing.FilingTable;
import jp.nenkin.member.filing.Origin;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Turns;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.upload.FileCheckResource.CheckedFileBody;
import jp.nenkin.member.upload.FileCheckResource.CheckedRowBody;
import jp.nenkin.member.upload.FilingFileResource.CountsBody;
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
    private final Shown shown;
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
            Shown shown,
            Ids ids,
            ObjectMapper json) {
        this.files = files;
        this.filings = filings;
        this.establishments = establishments;
        this.members = members;
        this.turns = turns;
        this.days = days;
        this.effects = effects;
        this.shown = shown;
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
            Judged judged = rolledBack(() -> judge(sending, file, new Answer(kept, language)));
            // After the transaction, so that a slow ledger keeps none open.
            LedgerEffects.Told told = effects.tell(kept, sending, language);
            judged.verdict().returnedAfterAll(told.returned());
            try (OutputStream out = Files.newOutputStream(answer);
                    JsonGenerator written = json.createGenerator(out)) {
                write(written, kept, judged, told);
            }
            return Files.newInputStream(answer, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(answer);
            throw fault;
        }
    }

    private <T> T rolledBack(Supplier<T> work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LIMIT_SECONDS));
        try {
            UUID drawn = ids.next();
            return turns.withoutTurns(() -> members.withPlaceholders(drawn, work));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Where rows are kept as they are judged, and in which language. */
    private record Answer(CheckedRows kept, Language language) {}

    /** What was in a file, and what its rows come to. */
    private record Judged(FileSummary summary, Verdict verdict) {}

    private Judged judge(Sending sending, SpooledFile file, Answer answer) {
        Rows rows = new Rows(sending, owners(sending.whose()), answer);
        try {
            FileSummary summary = reader.read(file, sending.said(), rows::row);
            ConsultantFiles.refuseAnothers(sending.whose(), summary.header());
            rows.owners.refuseAnothers(summary.header());
            return new Judged(summary, rows.verdict);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private RowOwners owners(Whose whose) {
        return switch (whose) {
            case Whose.OneEstablishment(var number) ->
                RowOwners.one(establishments
                        .find(number)
                        .orElseThrow(() -> Establishments.unknown(number).asProblem()));
            case Whose.Delegating _ -> RowOwners.delegating(establishments.seen());
        };
    }

    private static void write(JsonGenerator out, CheckedRows kept, Judged judged, LedgerEffects.Told told)
            throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("rows");
        for (int row = 0; row < kept.size(); row++) {
            out.writePOJO(kept.read(row).row());
        }
        out.writeEndArray();
        Verdict verdict = judged.verdict();
        out.writePOJOField("counts", counts(verdict.total()));
        out.writePOJOField("formsNotOurs", judged.summary().formsNotOurs());
        out.writePOJOField("state", verdict.state());
        out.writePOJOField("files", parts(verdict));
        if (told.bill() != null && verdict.state() != CheckState.RETURNED) {
            out.writePOJOField("nextBill", told.bill());
        }
        out.writeBooleanField("effectsUnavailable", told.unavailable() != null);
        if (told.unavailable() != null) {
            out.writePOJOField("effectsReason", told.unavailable());
        }
        out.writeEndObject();
    }

    private static List<CheckedFileBody> parts(Verdict verdict) {
        return verdict.parts().entrySet().stream()
                .map(part ->
                        new CheckedFileBody(part.getKey(), verdict.state(part.getValue()), counts(part.getValue())))
                .toList();
    }

    private static CountsBody counts(FileTable.Tally tally) {
        return CountsBody.of(
                new FilingFile.Counts(tally.rows(), tally.processed(), tally.notApplicable(), tally.returned()));
    }

    /** Judges one row after the other. */
    private final class Rows {
        private final Sending sending;
        private final RowOwners owners;
        private final Answer answer;
        private final Verdict verdict;
        private final Calendar calendar = days.calendar();
        private @Nullable EstablishmentNumber actingFor;

        Rows(Sending sending, RowOwners owners, Answer answer) {
            this.sending = sending;
            this.owners = owners;
            this.answer = answer;
            this.verdict = new Verdict(sending.mode(), owners);
        }

        void row(FiledRow row) {
            switch (row) {
                case FiledRow.Refused refused -> {
                    verdict.returned(refused);
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
                    verdict.add(read, outcome);
                    look(outcome);
                    keep(read, outcome);
                }
            }
        }

        /** What becomes of a row tells about whom it matches. */
        private void look(RowOutcome outcome) {
            MemberNumber member = switch (outcome) {
                case RowOutcome.Processed processed -> processed.member();
                case RowOutcome.Waits waits -> waits.member();
                case RowOutcome.NotApplicable notApplicable -> notApplicable.member();
                case RowOutcome.Returned _ -> null;
            };
            if (member != null && !members.isPlaceholder(member)) {
                shown.members(List.of(member.value()));
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

        private FileCheckResource.@Nullable RowDueBody due(FiledRow.Read read) {
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
            Optional<Establishment> owner = owners.of(read);
            if (owner.isEmpty()) {
                return new RowOutcome.Returned(owners.stranger());
            }
            EstablishmentNumber number = owner.get().number();
            // With the rights of that establishment alone, as the row would be filed.
            if (!number.equals(actingFor)) {
                files.actFor(number);
                actingFor = number;
            }
            return FilingTable.filedBefore(
                    Origin.of(sending.sender()), () -> filings.file(read.form(), number, sending.receipt()));
        }

        /** Somebody who would join with a row before has no number yet. */
        private Reason numbered(Reason reason) {
            String number = reason.values().get(Reason.MEMBER_NUMBER);
            return number != null && members.isPlaceholder(new MemberNumber(number))
                    ? reason.unnumbered(number)
                    : reason;
        }

        private StoredRow judged(FiledRow.Read read, RowOutcome outcome) {
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
                case RowOutcome.Returned(var reason) -> List.of(numbered(reason));
            };
            return new StoredRow(
                    read.number(), RowType.of(read.form()), state, null, reasons, read.notes(), null, null);
        }
    }
}
