package jp.nenkin.ledger.statement;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Statements over HTTP, for officers and for the member. */
@Path("/members/{memberNumber}/statements")
public class StatementResource {
    private final Journal journal;
    private final Callers callers;

    StatementResource(Journal journal, Callers callers) {
        this.journal = journal;
        this.callers = callers;
    }

    @GET
    @Path("/{fiscalYear}")
    @Transactional
    @Operation(summary = "The figures of a member's notice of a fiscal year (officer, the member)")
    public StatementPrepared find(
            @PathParam("memberNumber") @Pattern(regexp = "[0-9]{10}") String memberNumber,
            @PathParam("fiscalYear") @Min(1900) @Max(2200) int fiscalYear) {
        callers.officerOrMember(memberNumber);
        FiscalYear year = new FiscalYear(fiscalYear);
        return journal.history(StreamId.of(MemberNumber.parse(memberNumber)), year.lastDay(), year.lastDay()).stream()
                .filter(row -> row.type().equals(EventType.STATEMENT_PREPARED.writtenName()))
                .map(StatementResource::prepared)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    private static StatementPrepared prepared(StoredRow row) {
        try {
            return EventJson.mapper().readValue(row.payload(), StatementPrepared.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored statement cannot be read", e);
        }
    }
}
