package jp.nenkin.ledger.benefit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Ids;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.membership.MemberFact.Deferral;
import jp.nenkin.ledger.membership.MemberFact.DeferralEnd;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What leavers choose, over HTTP; for officers. */
@Path("/members/{memberNumber}")
@Produces(MediaType.APPLICATION_JSON)
public class BenefitResource {
    private static final String MEMBER_NUMBER = "[0-9]{10}";

    private final Deferrals deferrals;
    private final Quotes quotes;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Ids ids;

    BenefitResource(Deferrals deferrals, Quotes quotes, Idempotency idempotency, Callers callers, Ids ids) {
        this.deferrals = deferrals;
        this.quotes = quotes;
        this.idempotency = idempotency;
        this.callers = callers;
        this.ids = ids;
    }

    /**
     * An application to be paid later.
     *
     * @param until the last day that earns; absent while that is open
     * @param receivedOn the day on which the fund received it
     */
    public record DeferralBody(
            @Nullable LocalDate until,
            @NotNull LocalDate receivedOn,
            @NotNull FilingChannel channel) {}

    /**
     * An application to be paid now.
     *
     * @param endedOn the last day that earns
     */
    public record DeferralEndBody(
            @NotNull LocalDate endedOn,
            @NotNull LocalDate receivedOn,
            @NotNull FilingChannel channel) {}

    /**
     * What shows that a deferral, or its end, was recorded by mistake.
     *
     * @param receivedOn the day on which the fund received it
     */
    public record DeferralCancellationBody(
            @NotNull LocalDate receivedOn, @NotNull FilingChannel channel) {}

    /**
     * The accounts as they are then.
     *
     * @param standing of the benefit as a whole
     * @param quote the binding quote that holds
     */
    public record BenefitAnswer(
            String memberNumber,
            BenefitStanding standing,
            List<BalanceAnswer> accounts,
            @Nullable BenefitQuoted quote) {}

    /** An account and its balance, in yen. */
    public record BalanceAnswer(Plan plan, int ordinal, long balance) {}

    @POST
    @Path("/deferrals")
    @Operation(summary = "Record that somebody who has left defers the benefit; it counts from the loss (operator)")
    @APIResponseSchema(value = BenefitAnswer.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "still-a-member, no-right-to-benefit, benefit-deferred, paid-already, rate-not-approved,"
                    + " benefit-refused, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "benefit-day-too-early, idempotency-key-reused")
    public Response defer(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @NotNull @Valid DeferralBody body) {
        callers.operator();
        MemberNumber member = MemberNumber.parse(memberNumber);
        return idempotency.once(key, "defer " + memberNumber, body, () -> {
            Filing application = filing(FilingType.DEFERRAL, body.channel(), body.receivedOn());
            Deferral deferral = new Deferral(body.until(), application);
            return Answer.created("/members/" + member + "/quotes", answer(deferrals.begin(member, deferral)));
        });
    }

    @POST
    @Path("/deferral-ends")
    @Operation(summary = "End a deferral or waiting: what has been earned becomes payable (operator)")
    @APIResponseSchema(value = BenefitAnswer.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "still-a-member, no-right-to-benefit, benefit-not-deferred, paid-already, rate-not-approved,"
                    + " benefit-refused, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "benefit-day-too-early, day-in-the-future, idempotency-key-reused")
    public Response end(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @NotNull @Valid DeferralEndBody body) {
        callers.operator();
        MemberNumber member = MemberNumber.parse(memberNumber);
        return idempotency.once(key, "end deferral " + memberNumber, body, () -> {
            Filing application = filing(FilingType.DEFERRAL, body.channel(), body.receivedOn());
            DeferralEnd end = new DeferralEnd(body.endedOn(), application);
            return Answer.created("/members/" + member + "/quotes", answer(deferrals.end(member, end)));
        });
    }

    @POST
    @Path("/deferral-cancellations")
    @Operation(
            summary = "Take back what was recorded last by mistake: a deferral, or the end of one or of waiting"
                    + " (operator)",
            description = "What was credited for it is taken back by events that say so.")
    @APIResponseSchema(value = BenefitAnswer.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "still-a-member, no-right-to-benefit, benefit-not-deferred, paid-already, benefit-refused,"
                    + " idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response cancel(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @NotNull @Valid DeferralCancellationBody body) {
        callers.operator();
        MemberNumber member = MemberNumber.parse(memberNumber);
        return idempotency.once(key, "cancel deferral " + memberNumber, body, () -> {
            Filing cancellation = filing(FilingType.CANCELLATION, body.channel(), body.receivedOn());
            return Answer.created("/members/" + member + "/quotes", answer(deferrals.cancel(member, cancellation)));
        });
    }

    private Filing filing(FilingType type, FilingChannel channel, LocalDate receivedOn) {
        return new Filing(ids.next(), type, channel, receivedOn);
    }

    private BenefitAnswer answer(MemberAccounts accounts) {
        return new BenefitAnswer(
                accounts.member().toString(),
                BenefitStanding.of(accounts),
                accounts.ofLife(accounts.life()).stream()
                        .map(state -> new BalanceAnswer(
                                state.account().plan(),
                                state.account().ordinal(),
                                state.balance().amount()))
                        .toList(),
                quotes.newest(accounts.member()).orElse(null));
    }
}
