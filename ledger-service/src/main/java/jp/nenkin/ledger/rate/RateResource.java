package jp.nenkin.ledger.rate;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.ledger.interest.CompositeRate.AssetReturn;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.money.FiscalYear;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Rates over HTTP, for officers. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
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
     * A rate to propose: with evidence it is computed; without, for years settled elsewhere, it names its source.
     *
     * @param rate percent a year with one decimal, such as 3.7; with evidence, what it is expected to come to
     * @param source where the figures come from
     */
    public record ProposalBody(
            @NotNull @Min(2000) @Max(2100) Integer fiscalYear,
            @Nullable @Pattern(regexp = "[0-9]\\.[0-9]") String rate,
            @Nullable @Size(min = 1, max = 500) String source,
            @Nullable @Valid EvidenceBody evidence) {}

    /** Market returns of a calendar year, January to December, by asset class; the weights make 100 percent. */
    public record EvidenceBody(
            @NotNull @Min(2000) @Max(2100) Integer calendarYear,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid AssetBody> assets) {}

    /**
     * An asset class.
     *
     * @param index the market index that stands for it
     * @param weight its part of the asset mix, in percent
     * @param marketReturn the index's return of the calendar year, in percent
     */
    public record AssetBody(
            @NotNull @Size(min = 1, max = 100) String assetClass,
            @NotNull @Size(min = 1, max = 100) String index,

            @NotNull @Pattern(regexp = "[0-9]{1,3}(\\.[0-9]{1,6})?")
            String weight,

            @NotNull @Pattern(regexp = "-?[0-9]{1,4}(\\.[0-9]{1,6})?")
            String marketReturn) {}

    @POST
    @Path("rate-proposals")
    @Operation(summary = "Propose the crediting rate of a fiscal year with its evidence (operator)")
    @APIResponseSchema(value = RateProposal.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "rate-already-approved, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "rate-out-of-range, rate-evidence-missing, rate-evidence-of-another-year,"
                    + " asset-mix-not-whole, rate-differs-from-evidence, idempotency-key-reused")
    public Response propose(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid ProposalBody body) {
        Caller.Officer officer = callers.operator();
        return idempotency.once(key, "propose-rate", body, () -> {
            RateProposal made = proposals.propose(claim(body), officer);
            return Answer.created("/rate-proposals/" + made.id(), made);
        });
    }

    private static RateClaim claim(ProposalBody body) {
        return new RateClaim(
                new FiscalYear(body.fiscalYear()),
                body.rate() == null ? null : CreditingRate.parse(body.rate()),
                body.evidence() == null ? null : market(body.evidence()),
                body.source());
    }

    private static RateClaim.MarketReturns market(EvidenceBody evidence) {
        return new RateClaim.MarketReturns(
                evidence.calendarYear(),
                evidence.assets().stream()
                        .map(asset -> new AssetReturn(
                                asset.assetClass(),
                                asset.index(),
                                new BigDecimal(asset.weight()),
                                new BigDecimal(asset.marketReturn())))
                        .toList());
    }

    @GET
    @Path("rate-proposals")
    @Transactional
    @Operation(summary = "The proposed rates of years that have none yet, up to 1,000; newest first (officer)")
    public List<RateProposal> open() {
        callers.officer();
        return proposals.open();
    }

    @GET
    @Path("rate-proposals/{id}")
    @Transactional
    @Operation(summary = "A proposed rate with its evidence (officer)")
    @APIResponse(responseCode = "200", description = "the proposal")
    @APIResponse(responseCode = "404", description = "not-found")
    public RateProposal proposal(@PathParam("id") UUID id) {
        callers.officer();
        return proposals.find(id);
    }

    @POST
    @Path("rate-proposals/{id}/approval")
    @Operation(summary = "Approve a rate that another officer proposed (approver)")
    @APIResponseSchema(value = RateProposal.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "same-officer, rate-already-approved, idempotency-key-in-progress")
    public Response approve(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        Caller.Officer officer = callers.approver();
        return idempotency.once(key, "approve-rate", id, () -> Answer.ok(proposals.approve(id, officer)));
    }

    @GET
    @Path("rates")
    @Transactional
    @Operation(summary = "The approved rates by fiscal year, with their evidence (officer)")
    public List<RateProposal> rates() {
        callers.officer();
        return proposals.inEffect();
    }
}
