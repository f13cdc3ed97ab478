package jp.nenkin.ledger.benefit;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.events.BenefitQuoted.PlanQuote;
import jp.nenkin.events.LossCause;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.benefit.AnnuityTerms.Annuity;
import jp.nenkin.ledger.benefit.Entitlement.Due;
import jp.nenkin.ledger.benefit.Estimate.Trial;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What a benefit comes to, tried and binding, over HTTP. */
@Path("/members/{memberNumber}")
@Produces(MediaType.APPLICATION_JSON)
public class QuoteResource {
    private static final String MEMBER_NUMBER = "[0-9]{10}";

    private final Quotes quotes;
    private final Estimates estimates;
    private final AnnuityData annuities;
    private final Recordings recordings;
    private final Idempotency idempotency;
    private final Callers callers;

    QuoteResource(
            Quotes quotes,
            Estimates estimates,
            AnnuityData annuities,
            Recordings recordings,
            Idempotency idempotency,
            Callers callers) {
        this.quotes = quotes;
        this.estimates = estimates;
        this.annuities = annuities;
        this.recordings = recordings;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** What is to be tried. */
    public static class TrialQuery {
        @Parameter(required = true)
        @QueryParam("kind")
        Estimate.@Nullable Kind kind;

        /** The first day without membership; of a payment, the day that ends a deferral. */
        @Parameter(required = true, description = "first day without membership, or day that ends a deferral")
        @QueryParam("on")
        @Nullable
        LocalDate on;

        @QueryParam("cause")
        @DefaultValue("RETIREMENT")
        LossCause cause = LossCause.RETIREMENT;

        /** The last day of a deferral. */
        @Parameter(description = "last day of a deferral")
        @QueryParam("until")
        @Nullable
        LocalDate until;

        /** Percent for years that have no approved rate, such as 2.5. */
        @Parameter(description = "percent a year to assume for years without an approved rate", example = "2.5")
        @QueryParam("rate")
        @Pattern(regexp = "[0-9]\\.[0-9]")
        @Nullable
        String rate;
    }

    /**
     * What it would come to; nothing is stored and nothing is promised.
     *
     * @param right whether there is a right to a benefit
     * @param asOf the day of the balances; absent where nothing is due
     * @param total a lump sum of all plans, in yen
     * @param assumedYears fiscal years without an approved rate, credited at the rate that was given
     * @param annuities what the balances make by the month instead, where there is an old-age benefit
     */
    public record EstimateAnswer(
            String memberNumber,
            boolean right,
            int months,
            int creditedMonths,
            int monthsNeeded,
            Prospect.Benefit benefit,
            @Nullable LocalDate oldAgeFrom,
            @Nullable LocalDate lostOn,
            @Nullable LocalDate asOf,
            List<PlanQuote> plans,
            long total,
            Set<Integer> assumedYears,

            @Schema(
                    description = "what the balances of all plans make as an annuity instead of the lump sum: for each"
                            + " length in years, its divisor and the yen a month, which are the balance ÷ divisor,"
                            + " rounded down; empty where nothing is due or the benefit is no old-age benefit")
            List<Annuity> annuities,

            @Schema(description = "where the divisors are from; absent where annuities is empty") @Nullable
            String annuitySource) {}

    @GET
    @Path("/quote")
    @Transactional
    @Operation(summary = "What leaving, a deferral or a payment would come to; nothing is stored (officer)")
    @APIResponse(responseCode = "200", description = "the figures")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "422", description = "quote-not-possible, rate-to-assume-missing")
    public EstimateAnswer estimate(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @BeanParam @Valid TrialQuery query) {
        callers.officer();
        MemberNumber member = MemberNumber.parse(memberNumber);
        Estimate estimate = estimates.of(member, trial(query));
        return answer(estimate, estimates.prospect(member, estimate));
    }

    private static Trial trial(TrialQuery query) {
        Estimate.Kind kind = required("kind", query.kind);
        LocalDate on = required("on", query.on);
        LocalDate until = kind == Estimate.Kind.DEFERRAL ? required("until", query.until) : null;
        return new Trial(kind, on, query.cause, until, query.rate == null ? null : CreditingRate.parse(query.rate));
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.of(KitProblem.INVALID).field(field, KitProblem.FIELD_UNREADABLE, Map.of());
        }
        return value;
    }

    private EstimateAnswer answer(Estimate estimate, Prospect prospect) {
        Due due = estimate.entitlement() instanceof Due found ? found : null;
        boolean annuity = due != null && prospect.benefit() == Prospect.Benefit.OLD_AGE;
        long balance = due == null
                ? 0
                : due.plans().stream().mapToLong(PlanQuote::balance).sum();
        return new EstimateAnswer(
                estimate.accounts().member().toString(),
                prospect.right(),
                prospect.months(),
                prospect.creditedMonths(),
                prospect.monthsNeeded(),
                prospect.benefit(),
                prospect.oldAgeFrom(),
                due == null ? null : due.lostOn(),
                due == null ? null : due.asOf(),
                due == null ? List.of() : due.plans(),
                due == null ? 0 : due.total(),
                estimate.assumed(),
                annuity ? annuities.terms().of(balance) : List.of(),
                annuity ? annuities.terms().source() : null);
    }

    @GET
    @Path("/quotes")
    @Transactional
    @Operation(summary = "The binding quotes made to a member, oldest first; the last one holds (officer, the member)")
    @APIResponse(responseCode = "200", description = "the quotes; none for somebody who never left with a right")
    @APIResponse(responseCode = "404", description = "not-found: the ledger knows nobody of this number")
    public List<BenefitQuoted> all(@PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber) {
        callers.officerOrMember(memberNumber);
        MemberNumber member = MemberNumber.parse(memberNumber);
        if (!quotes.isKnown(member)) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return quotes.of(member);
    }

    @GET
    @Path("/quotes/{quote}")
    @Transactional
    @Operation(summary = "A binding quote by its number (officer, the member)")
    @APIResponse(responseCode = "200", description = "the quote")
    @APIResponse(responseCode = "404", description = "not-found")
    public BenefitQuoted find(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @PathParam("quote") @Min(1) int quote) {
        callers.officerOrMember(memberNumber);
        return quotes.of(MemberNumber.parse(memberNumber)).stream()
                .filter(each -> each.number() == quote)
                .findFirst()
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    @POST
    @Path("/quotes")
    @Operation(summary = "Bring the binding quote up to date, as after a run has ended a deferral (operator)")
    @APIResponseSchema(value = BenefitQuoted.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found: there is and was no right to a benefit")
    @APIResponse(responseCode = "409", description = "idempotency-key-in-progress")
    public Response bring(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber) {
        callers.operator();
        MemberNumber member = MemberNumber.parse(memberNumber);
        return idempotency.once(key, "quote", memberNumber, () -> {
            Recording recording = recordings.begin(List.of(member));
            recording.revisit(member);
            recording.finish();
            return Answer.ok(quotes.newest(member).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND)));
        });
    }
}
