package jp.nenkin.ledger.rate;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.problem.LedgerProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Rates over HTTP, for officers. */
@Path("/")
public class RateResource {
    private final RateProposals proposals;
    private final Idempotency idempotency;
    private final Callers callers;

    RateResource(RateProposals proposals, Idempotency idempotency, Callers callers) {
        this.proposals = proposals;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /**
     * A rate to propose.
     *
     * @param rate percent a year with one decimal, such as 3.7
     */
    public record ProposalBody(
            @NotNull @Min(2000) @Max(2100) Integer fiscalYear,
            @NotNull @Pattern(regexp = "[0-9]\\.[0-9]") String rate) {}

    @POST
    @Path("rate-proposals")
    @Operation(summary = "Propose the crediting rate of a fiscal year (officer)")
    @APIResponseSchema(value = RateProposal.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "rate-already-approved, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "rate-out-of-range, idempotency-key-reused")
    public Response propose(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ProposalBody body) {
        Caller.Officer officer = callers.officer();
        return idempotency.once(key, "propose-rate", body, () -> {
            RateProposal made = proposals.propose(new FiscalYear(body.fiscalYear()), rate(body.rate()), officer);
            return Answer.created("/rate-proposals/" + made.id(), made);
        });
    }

    private static CreditingRate rate(String text) {
        try {
            return CreditingRate.parse(text);
        } catch (IllegalArgumentException outOfRange) {
            throw Problem.of(LedgerProblem.RATE_OUT_OF_RANGE);
        }
    }

    @POST
    @Path("rate-proposals/{id}/approval")
    @Operation(summary = "Approve a rate that another officer proposed (officer)")
    @APIResponseSchema(value = RateProposal.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "same-officer, rate-already-approved, idempotency-key-in-progress")
    public Response approve(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        Caller.Officer officer = callers.officer();
        return idempotency.once(key, "approve-rate", id, () -> Answer.ok(proposals.approve(id, officer)));
    }

    @GET
    @Path("rates")
    @Transactional
    @Operation(summary = "The approved rates by fiscal year (officer)")
    public List<RateProposal> rates() {
        callers.officer();
        return proposals.inEffect();
    }
}
