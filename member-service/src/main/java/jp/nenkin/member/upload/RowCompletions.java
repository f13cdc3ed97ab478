package jp.nenkin.member.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.file.FiledForm;
import jp.nenkin.member.filing.FilingProblem;
import jp.nenkin.member.filing.Receipt;

/**
 * Completes rows that were returned because the layouts of the pension service have no units of the second plan, which
 * an establishment of the variable course must file.
 */
@ApplicationScoped
class RowCompletions {
    private final FileTable files;
    private final RowTable rows;
    private final RowFilings filings;
    private final Clock clock;

    RowCompletions(FileTable files, RowTable rows, RowFilings filings, Clock clock) {
        this.files = files;
        this.rows = rows;
        this.filings = filings;
        this.clock = clock;
    }

    /** What is added to which row, and who says so. */
    record Completion(FilingFile file, long line, int secondUnits, String by) {}

    /**
     * Files a row with its units; it counts as received with its file, and waits where that is late. Refused with a
     * {@link Problem} by the rules of enrolments, or if the row is none that waits for units.
     */
    StoredRow complete(Completion completion) {
        return QuarkusTransaction.requiringNew().call(() -> file(completion));
    }

    private StoredRow file(Completion completion) {
        FilingFile file = completion.file();
        files.actFor(file.establishment());
        StoredRow.Waiting completed = rows.returned(file.id(), completion.line(), FilingProblem.UNITS_MISSING)
                .filter(row -> file.state() == FileState.PROCESSED || file.state() == FileState.AWAITING_DECISION)
                .map(row -> new StoredRow.Waiting(row.line(), completed(row.form(), completion.secondUnits())))
                .orElseThrow(() -> Problem.of(UploadProblem.ROW_NOT_TO_COMPLETE));
        Receipt receipt = new Receipt(file.channel(), file.receivedOn(), LocalDate.now(clock));
        RowOutcome outcome = filings.take(completed.form(), file.establishment(), receipt);
        RowTable.Place place = new RowTable.Place(file.id(), completion.line(), RowState.RETURNED, completion.by());
        // Of two who complete a row at once, one finds it decided.
        if (!rows.decide(place, outcome)) {
            throw Problem.of(UploadProblem.ROW_NOT_TO_COMPLETE);
        }
        rows.amend(file.id(), completed);
        files.recount(file.id(), new FileTable.Tally(0, 0, -1).with(outcome));
        return rows.find(file.id(), completion.line()).orElseThrow();
    }

    private static FiledForm completed(FiledForm form, int secondUnits) {
        return switch (form) {
            case FiledForm.Enrolment filed ->
                new FiledForm.Enrolment(
                        filed.person(),
                        filed.acquiredOn(),
                        filed.firstBaseSalary(),
                        secondUnits,
                        filed.remuneration(),
                        filed.reason(),
                        filed.sex(),
                        filed.address());
            case FiledForm.Loss _,
                    FiledForm.BaseCalculation _,
                    FiledForm.MonthlyChange _,
                    FiledForm.BaseSalaryChange _,
                    FiledForm.Employed _,
                    FiledForm.NameChange _,
                    FiledForm.BirthDateCorrection _,
                    FiledForm.AddressChange _,
                    FiledForm.TransferIn _,
                    FiledForm.Correction _,
                    FiledForm.Cancellation _ -> throw Problem.of(UploadProblem.ROW_NOT_TO_COMPLETE);
        };
    }
}
