package jp.nenkin.ledger.explain;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import jp.nenkin.kit.Callers;
import jp.nenkin.ledger.account.AccountResource.AccountPath;
import jp.nenkin.ledger.account.AccountResource.Times;
import jp.nenkin.ledger.explain.Explanations.Question;
import jp.nenkin.ledger.explain.Figures.AccountExplanation;
import jp.nenkin.ledger.explain.Figures.Differences;
import jp.nenkin.ledger.money.AccountId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Why an account's balance is what it is, over HTTP, for officers and for the member. */
@Path("/members/{memberNumber}/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class ExplanationResource {
    private final Explanations explanations;
    private final Callers callers;

    ExplanationResource(Explanations explanations, Callers callers) {
        this.explanations = explanations;
        this.callers = callers;
    }

    @GET
    @Path("/{plan}/{ordinal}/explanation")
    @Operation(
            summary = "What a balance is made of, down to the events and filings (officer, the member)",
            description = "Every crediting with its parts; the sum of the parts is the exact interest, whose one"
                    + " rounding is what is posted. Closing, since, benefits and otherwiseDated together are the"
                    + " balance, which is that of the accounts asked for with the same times; asOf is answered with"
                    + " today, or with the last value date where that is still to come. A subject says what an amount"
                    + " is for by its kind: CONTRIBUTION of a month, INTEREST of a crediting date, TRANSFER by its day"
                    + " of receipt, TAKE_OVER of a former system's balance, BENEFIT paid on a day; BALANCE is none of"
                    + " these but what an interval begins with, as a rule the balance right after the crediting on"
                    + " that day.")
    @APIResponse(responseCode = "200", description = "the balance and its parts")
    @APIResponse(responseCode = "404", description = "not-found: no account, or none known at that instant")
    @APIResponse(responseCode = "409", description = "known-at-not-settled: try again shortly")
    @APIResponse(responseCode = "422", description = "known-at-to-come")
    @APIResponse(
            responseCode = "500",
            description = "books-do-not-add-up: what is posted is not what the rules make of the facts on record")
    public AccountExplanation explain(@Valid @BeanParam AccountPath path, @BeanParam Times times) {
        callers.officerOrMember(path.memberNumber());
        AccountId account = path.account();
        LocalDate born = explanations.born(account.member());
        return explanations.of(account, new Question(times.asOf(), times.knownAt(), born));
    }

    @GET
    @Path("/{plan}/{ordinal}/differences")
    @Operation(
            summary = "What a balance known at an instant differs by from what was known before (officer, the member)",
            description = "The events known at to and not at from, with value dates up to asOf; their amounts add up to"
                    + " the difference of the two balances.")
    @APIResponse(responseCode = "200", description = "the two balances and the events between them")
    @APIResponse(responseCode = "400", description = "invalid: from is missing")
    @APIResponse(responseCode = "404", description = "not-found: no account, or none known at to")
    @APIResponse(responseCode = "409", description = "known-at-not-settled: try again shortly")
    @APIResponse(responseCode = "422", description = "views-reversed, known-at-to-come")
    public Differences differences(
            @Valid @BeanParam AccountPath path,
            @QueryParam("asOf")
                    @Parameter(
                            description = "the last value date that counts; without it all of them, those to come too",
                            example = "2025-03-31")
                    @Nullable
                    LocalDate asOf,
            @BeanParam @Valid Views views) {
        callers.officerOrMember(path.memberNumber());
        return explanations.between(path.account(), asOf, views.from(), views.to());
    }

    /** The instants of two views. */
    public record Views(
            @QueryParam("from") @NotNull @Parameter(description = "the earlier view", example = "2025-04-30T00:00:00Z")
            Instant from,

            @QueryParam("to")
            @Parameter(
                    description = "the later view; without it, all that is known now",
                    example = "2025-06-30T00:00:00Z")
            @Nullable
            Instant to) {}
}
