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
import java.util.UUID;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Language;
import jp.nenkin.member.establishment.Establishment;
import jp.nenkin.member.establishment.Establishments;
import jp.nenkin.member.file.EmployerFiles;
import jp.nenkin.member.file.FileLimits;
import jp.nenkin.member.file.FileSummary;
import jp.nenkin.member.file.FiledRow;
import jp.nenkin.member.member.Members;
import jp.nenkin.member.member.Turns;
import jp.nenkin.member.plan.PlanData;

/**
 * Checks a file by filing it, in a transaction that is rolled back whatever comes of it: so that a row is judged as it
 * would be, the rows before it included.
 */
@ApplicationScoped
class FileChecks {
    private static final int LIMIT_SECONDS = 3_600;

    private final FileTable files;
    private final RowFilings filings;
    private final Establishments establishments;
    private final Members members;
    private final Turns turns;
    private final Ids ids;
    private final ObjectMapper json;
    private final EmployerFiles reader = new EmployerFiles(PlanData.standard(), FileLimits.standard());

    FileChecks(
            FileTable files,
            RowFilings filings,
            Establishments establishments,
            Members members,
            Turns turns,
            Ids ids,
            ObjectMapper json) {
        this.files = files;
        this.filings = filings;
        this.establishments = establishments;
        this.members = members;
        this.turns = turns;
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
        try (SpooledFile file = SpooledFile.of(body, FileLimits.standard().bytes())) {
            try (OutputStream out = Files.newOutputStream(answer);
                    JsonGenerator written = json.createGenerator(out)) {
                rolledBack(sending, () -> check(sending, file, new Answer(written, language)));
            }
            return Files.newInputStream(answer, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException | RuntimeException fault) {
            Files.deleteIfExists(answer);
            throw fault;
        }
    }

    private void rolledBack(Sending sending, Runnable work) {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(LIMIT_SECONDS));
        try {
            files.actFor(sending.establishment());
            UUID drawn = ids.next();
            turns.withoutTurns(() -> members.withPlaceholders(drawn, () -> {
                work.run();
                return true;
            }));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Where rows are written as they are judged, and in which language. */
    private record Answer(JsonGenerator out, Language language) {}

    private void check(Sending sending, SpooledFile file, Answer answer) {
        Establishment at = establishments
                .find(sending.establishment())
                .orElseThrow(
                        () -> Establishments.unknown(sending.establishment()).asProblem());
        Rows rows = new Rows(sending, at, answer);
        try {
            answer.out().writeStartObject();
            answer.out().writeArrayFieldStart("rows");
            FileSummary summary = reader.read(file, sending.said(), rows::row);
            answer.out().writeEndArray();
            answer.out().writePOJOField("counts", rows.counts(summary));
            answer.out().writePOJOField("formsNotOurs", summary.formsNotOurs());
            answer.out().writePOJOField("state", rows.state());
            answer.out().writeEndObject();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Judges one row after the other. */
    private final class Rows {
        private final Sending sending;
        private final Establishment at;
        private final Answer answer;
        private FileTable.Tally tally = FileTable.Tally.NOTHING;

        Rows(Sending sending, Establishment at, Answer answer) {
            this.sending = sending;
            this.at = at;
            this.answer = answer;
        }

        void row(FiledRow row) {
            StoredRow judged = judged(row);
            try {
                answer.out().writePOJO(FilingFileResource.CheckedRowBody.of(judged, answer.language()));
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }

        private StoredRow judged(FiledRow row) {
            return switch (row) {
                case FiledRow.Refused refused -> {
                    tally = new FileTable.Tally(tally.processed(), tally.notApplicable(), tally.returned() + 1);
                    List<Reason> reasons =
                            refused.errors().stream().map(Reason::of).toList();
                    yield new StoredRow(
                            refused.number(), null, RowState.RETURNED, null, reasons, refused.notes(), null);
                }
                case FiledRow.Read read -> {
                    RowOutcome outcome = outcome(read);
                    tally = tally.with(outcome);
                    yield judged(read, outcome);
                }
            };
        }

        private RowOutcome outcome(FiledRow.Read read) {
            if (FileEstablishment.is(read.establishment(), at)) {
                return filings.file(read.form(), at.number(), sending.receipt());
            }
            return new RowOutcome.Returned(Reason.of(
                    UploadProblem.ESTABLISHMENT_NOT_OF_FILE,
                    Map.of("establishmentNumber", at.number().value())));
        }

        private static StoredRow judged(FiledRow.Read read, RowOutcome outcome) {
            RowState state = switch (outcome) {
                case RowOutcome.Processed _ -> RowState.PROCESSED;
                case RowOutcome.NotApplicable _ -> RowState.NOT_APPLICABLE;
                case RowOutcome.Returned _ -> RowState.RETURNED;
            };
            List<Reason> reasons = switch (outcome) {
                case RowOutcome.Processed _ -> List.of();
                case RowOutcome.NotApplicable(var _, var reason) -> List.of(reason);
                case RowOutcome.Returned(var reason) -> List.of(reason);
            };
            return new StoredRow(read.number(), RowType.of(read.form()), state, null, reasons, read.notes(), null);
        }

        FilingFileResource.CountsBody counts(FileSummary summary) {
            return FilingFileResource.CountsBody.of(new FilingFile.Counts(
                    Math.toIntExact(summary.rows()), tally.processed(), tally.notApplicable(), tally.returned()));
        }

        FileState state() {
            return tally.returned() > 0 && sending.mode() == FileMode.ALL_OR_NOTHING
                    ? FileState.RETURNED
                    : FileState.PROCESSED;
        }
    }
}
