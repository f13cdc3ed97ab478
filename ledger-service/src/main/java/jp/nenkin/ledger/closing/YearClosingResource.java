package jp.nenkin.ledger.closing;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.money.FiscalYear;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The close of years over HTTP, for officers. */
@Path("/year-closings")
@Produces(MediaType.APPLICATION_JSON)
public class YearClosingResource {
    private final YearClosings closings;
    private final Idempotency idempotency;
    private final Callers callers;

    YearClosingResource(YearClosings closings, Idempotency idempotency, Callers callers) {
        this.closings = closings;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** A year to close. */
    public record ClosingBody(@NotNull @Min(2000) @Max(2100) Integer fiscalYear) {}

    @POST
    @Operation(summary = "Request the close of a fiscal year: a second computation begins (operator)")
    @APIResponseSchema(value = YearClosing.class, responseCode = "202")
    @APIResponse(
            responseCode = "409",
            description = "earlier-period-not-run, earlier-year-not-closed, closing-in-progress,"
                    + " idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response request(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ClosingBody body) {
        Caller.Officer officer = callers.operator();
        return idempotency.once(key, "close-year", body, () -> {
            YearClosing closing = closings.request(new FiscalYear(body.fiscalYear()), officer);
            return Answer.accepted("/year-closings/" + closing.id(), closing);
        });
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Close a year that another officer requested and the second computation agreed on (approver)")
    @APIResponseSchema(value = YearClosing.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "same-officer, closing-not-agreed, idempotency-key-in-progress")
    public Response approve(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        Caller.Officer officer = callers.approver();
        return idempotency.once(key, "approve-year-closing", id, () -> Answer.ok(closings.approve(id, officer)));
    }

    @GET
    @Transactional
    @Operation(summary = "The newest closings of years, newest first (officer)")
    public List<YearClosing> newest() {
        callers.officer();
        return closings.newest();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "The close of a year as it stands, with the accounts that differ (officer)",
            description =
                    "Of each plan: opening + corrections + credited + interest - paid = closing, in yen. opening is"
                            + " the closing of the year closed before, as it was closed (for the"
                            + " first year that is closed, what"
                            + " the accounts held on its first day); corrections is what was"
                            + " recorded since for that year and"
                            + " those before; credited are contributions, balances taken over and"
                            + " assets of the year; paid are"
                            + " its lump sums, less what corrections have put back for them."
                            + " accounts counts those opened by"
                            + " the end of the year, each transferred asset by itself; empty, frozen"
                            + " and closed ones too. A"
                            + " closed year keeps its totals.")
    @APIResponse(responseCode = "200", description = "the closing")
    @APIResponse(responseCode = "404", description = "not-found")
    public YearClosing find(@PathParam("id") UUID id) {
        callers.officer();
        return closings.find(id).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }
}
