package jp.nenkin.ledger.explain;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import jp.nenkin.kit.Callers;
import jp.nenkin.ledger.explain.Explanations.Question;
import jp.nenkin.ledger.explain.Figures.StatementExplanation;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Why a statement's rows are what they are, over HTTP, for officers and for the member. */
@Path("/members/{memberNumber}/statements")
@Produces(MediaType.APPLICATION_JSON)
public class StatementExplanationResource {
    private final Explanations explanations;
    private final Callers callers;

    StatementExplanationResource(Explanations explanations, Callers callers) {
        this.explanations = explanations;
        this.callers = callers;
    }

    @GET
    @Path("/{fiscalYear}/explanation")
    @Operation(
            summary = "What the rows ① to ⑤ of a member's notice are made of (officer, the member)",
            description = "Rows count the facts received by the cut-offs; where the ledger knew more when the statement"
                    + " was prepared, otherwiseInTheLedger names its postings.")
    @APIResponse(responseCode = "200", description = "the rows and their parts")
    @APIResponse(responseCode = "404", description = "not-found: no statement, or none known at that instant")
    @APIResponse(responseCode = "409", description = "known-at-not-settled: try again shortly")
    @APIResponse(responseCode = "422", description = "known-at-to-come")
    @APIResponse(
            responseCode = "500",
            description = "books-do-not-add-up: a row is not what the rules make of the facts in time")
    public StatementExplanation explain(
            @PathParam("memberNumber") @Pattern(regexp = "[0-9]{10}") String memberNumber,
            @PathParam("fiscalYear") @Min(1900) @Max(2200) int fiscalYear,
            @QueryParam("knownAt") @Parameter(example = "2025-06-30T00:00:00Z") @Nullable Instant knownAt) {
        callers.officerOrMember(memberNumber);
        MemberNumber member = MemberNumber.parse(memberNumber);
        FiscalYear year = new FiscalYear(fiscalYear);
        return explanations.ofStatement(member, year, new Question(year.lastDay(), knownAt, explanations.born(member)));
    }
}
