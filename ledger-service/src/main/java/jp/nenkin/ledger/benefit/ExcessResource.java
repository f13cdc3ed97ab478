package jp.nenkin.ledger.benefit;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Shown;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What was paid too much, over HTTP, for officers. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class ExcessResource {
    private static final String MEMBER_NUMBER = "[0-9]{10}";

    private final Excesses excesses;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Shown shown;

    ExcessResource(Excesses excesses, Idempotency idempotency, Callers callers, Shown shown) {
        this.excesses = excesses;
        this.idempotency = idempotency;
        this.callers = callers;
        this.shown = shown;
    }

    /**
     * What was paid too much for a plan.
     *
     * @param ordinal of the plan's ordinary account
     * @param amount yen in all: what was paid, less what came back and the lump sum that was due
     * @param open yen that nobody has decided about
     * @param since when the ledger recorded it
     * @param eventId the event that recorded it: stream and version
     */
    public record ExcessAnswer(
            String memberNumber, Plan plan, int ordinal, long amount, long open, Instant since, String eventId) {}

    /** What is to become of all that is open of a plan's excess. */
    public record DecisionBody(
            @NotNull @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @NotNull Plan plan,
            @NotNull @Min(0) @Max(999) Integer ordinal,
            @NotNull Excess.Outcome outcome,
            @NotNull @Size(min = 1, max = 500) String reason) {}

    /** A decision with its two signatures; it counts once it is approved. */
    public record DecisionAnswer(
            UUID id,
            String memberNumber,
            Plan plan,
            int ordinal,
            long amount,
            Excess.Outcome outcome,
            String reason,
            String proposedBy,
            Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {}

    @GET
    @Path("excesses")
    @Transactional
    @Operation(summary = "What was paid too much and is still to be decided, up to 1,000; oldest first (officer)")
    public List<ExcessAnswer> undecided() {
        callers.officer();
        List<ExcessAnswer> answers =
                excesses.undecided().stream().map(ExcessResource::answer).toList();
        shown.members(answers.stream().map(ExcessAnswer::memberNumber).toList());
        return answers;
    }

    @POST
    @Path("excess-decisions")
    @Operation(summary = "Propose what becomes of an excess (operator)")
    @APIResponseSchema(value = DecisionAnswer.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "excess-already-decided, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response propose(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid DecisionBody body) {
        Caller.Officer officer = callers.operator();
        return idempotency.once(key, "propose-excess-decision", body, () -> {
            AccountId account = new AccountId(MemberNumber.parse(body.memberNumber()), body.plan(), body.ordinal());
            Excess.Decision decision = excesses.propose(account, body.outcome(), body.reason(), officer);
            return Answer.created("/excess-decisions/" + decision.id(), answer(decision));
        });
    }

    @POST
    @Path("excess-decisions/{id}/approval")
    @Operation(summary = "Approve a decision about an excess that another officer proposed (approver)")
    @APIResponseSchema(value = DecisionAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "same-officer, excess-already-decided, benefit-refused, idempotency-key-in-progress")
    public Response approve(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        Caller.Officer officer = callers.approver();
        return idempotency.once(
                key, "approve-excess-decision", id, () -> Answer.ok(answer(excesses.approve(id, officer))));
    }

    @GET
    @Path("excess-decisions")
    @Transactional
    @Operation(summary = "A member's decisions, or those that wait for approval, up to 1,000; oldest first (officer)")
    public List<DecisionAnswer> decisions(
            @QueryParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) @Nullable String memberNumber) {
        callers.officer();
        List<Excess.Decision> found =
                memberNumber == null ? excesses.waiting() : excesses.of(MemberNumber.parse(memberNumber));
        return found.stream().map(ExcessResource::answer).toList();
    }

    @GET
    @Path("excess-decisions/{id}")
    @Transactional
    @Operation(summary = "A decision about an excess (officer)")
    @APIResponse(responseCode = "200", description = "the decision")
    @APIResponse(responseCode = "404", description = "not-found")
    public DecisionAnswer decision(@PathParam("id") UUID id) {
        callers.officer();
        return answer(excesses.find(id));
    }

    private static ExcessAnswer answer(Excess excess) {
        AccountId account = excess.stream().account();
        return new ExcessAnswer(
                account.member().toString(),
                account.plan(),
                account.ordinal(),
                excess.amount(),
                excess.open(),
                excess.since(),
                excess.eventId());
    }

    private static DecisionAnswer answer(Excess.Decision decision) {
        AccountId account = decision.stream().account();
        return new DecisionAnswer(
                decision.id(),
                account.member().toString(),
                account.plan(),
                account.ordinal(),
                decision.amount(),
                decision.outcome(),
                decision.reason(),
                decision.proposerName(),
                decision.proposedAt(),
                decision.approverName(),
                decision.approvedAt());
    }
}
