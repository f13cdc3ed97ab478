package jp.nenkin.ledger.statement;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.KnownJournal;
import jp.nenkin.ledger.journal.KnownJournal.KnownEvent;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Statements over HTTP, for officers and for the member. */
@Path("/members/{memberNumber}/statements")
@Produces(MediaType.APPLICATION_JSON)
public class StatementResource {
    private final Journal journal;
    private final KnownJournal known;
    private final Callers callers;

    StatementResource(Journal journal, KnownJournal known, Callers callers) {
        this.journal = journal;
        this.known = known;
        this.callers = callers;
    }

    @GET
    @Path("/{fiscalYear}")
    @Transactional
    @Operation(summary = "The figures of a member's notice of a fiscal year (officer, the member)")
    @APIResponse(responseCode = "200", description = "the newest figures, or those known at an instant")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "known-at-not-settled: try again shortly")
    @APIResponse(responseCode = "422", description = "known-at-to-come")
    public StatementPrepared find(
            @PathParam("memberNumber") @Pattern(regexp = "[0-9]{10}") String memberNumber,
            @PathParam("fiscalYear") @Min(1900) @Max(2200) int fiscalYear,
            @QueryParam("knownAt") @Parameter(example = "2025-06-30T00:00:00Z") @Nullable Instant knownAt) {
        callers.officerOrMember(memberNumber);
        FiscalYear year = new FiscalYear(fiscalYear);
        StreamId stream = StreamId.statement(MemberNumber.parse(memberNumber), year);
        List<StoredRow> rows = knownAt == null
                ? journal.history(stream, year.lastDay(), year.lastDay())
                : known.history(stream, knownAt).stream().map(KnownEvent::row).toList();
        return rows.stream()
                .map(StatementResource::prepared)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    /**
     * The figures that a row of a statement's stream holds.
     *
     * @throws UncheckedIOException when they cannot be read, which is corruption
     */
    public static StatementPrepared prepared(StoredRow row) {
        try {
            return EventJson.mapper().readValue(row.payload(), StatementPrepared.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored statement cannot be read", e);
        }
    }
}
