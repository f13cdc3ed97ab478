package jp.nenkin.ledger.benefit;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.BenefitQuoted;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.ledger.money.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Payments of lump sums over HTTP, for officers. */
@Path("/payments")
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {
    private static final String MEMBER_NUMBER = "[0-9]{10}";

    private final Payments payments;
    private final Idempotency idempotency;
    private final Callers callers;

    PaymentResource(Payments payments, Idempotency idempotency, Callers callers) {
        this.payments = payments;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /**
     * A payment to propose.
     *
     * @param quote the number of the binding quote that holds
     * @param paidOn the day of the payment, at most three months after today
     */
    public record PaymentBody(
            @NotNull @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @NotNull @Min(1) Integer quote,

            @NotNull @Schema(description = "the day of the payment, at most three months after today")
            LocalDate paidOn) {}

    /** A payment with its figures and two signatures; it is made once it is approved, and never once withdrawn. */
    public record PaymentAnswer(
            UUID id,
            String memberNumber,
            LocalDate paidOn,
            long total,
            BenefitQuoted quote,
            String proposedBy,
            Instant proposedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt) {}

    @POST
    @Operation(summary = "Propose to pay what the binding quote says (operator)")
    @APIResponseSchema(value = PaymentAnswer.class, responseCode = "201")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "still-a-member, no-right-to-benefit, benefit-deferred, paid-already, rate-not-approved,"
                    + " quote-not-in-effect, payment-already-proposed, payment-already-approved,"
                    + " idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "benefit-day-too-early, payment-day-too-late, idempotency-key-reused")
    public Response propose(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid PaymentBody body) {
        Caller.Officer officer = callers.operator();
        return idempotency.once(key, "propose-payment", body, () -> {
            Payments.Wish wish =
                    new Payments.Wish(MemberNumber.parse(body.memberNumber()), body.quote(), body.paidOn());
            PaymentProposal proposal = payments.propose(wish, officer);
            return Answer.created("/payments/" + proposal.id(), answer(proposal));
        });
    }

    @POST
    @Path("/{id}/approval")
    @Operation(
            summary = "Approve a payment that another officer proposed: the accounts are closed, and what was"
                    + " proposed by an earlier quote is withdrawn (approver)")
    @APIResponseSchema(value = PaymentAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "same-officer, payment-withdrawn, payment-already-approved, payment-figures-changed,"
                    + " benefit-deferred, benefit-refused, idempotency-key-in-progress")
    public Response approve(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        Caller.Officer officer = callers.approver();
        return idempotency.once(key, "approve-payment", id, () -> Answer.ok(answer(payments.approve(id, officer))));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Operation(summary = "Take back a proposed payment that nobody has approved; any officer may (operator)")
    @APIResponseSchema(value = PaymentAnswer.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(
            responseCode = "409",
            description = "payment-withdrawn, payment-already-approved, idempotency-key-in-progress")
    public Response withdraw(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        Caller.Officer officer = callers.operator();
        return idempotency.once(key, "withdraw-payment", id, () -> Answer.ok(answer(payments.withdraw(id, officer))));
    }

    @GET
    @Transactional
    @Operation(summary = "A member's payments, or those that wait for approval, up to 1,000; oldest first (officer)")
    public List<PaymentAnswer> all(
            @QueryParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) @Nullable String memberNumber) {
        callers.officer();
        List<PaymentProposal> found =
                memberNumber == null ? payments.open() : payments.of(MemberNumber.parse(memberNumber));
        return found.stream().map(PaymentResource::answer).toList();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "A payment with its figures (officer)")
    @APIResponse(responseCode = "200", description = "the payment")
    @APIResponse(responseCode = "404", description = "not-found")
    public PaymentAnswer find(@PathParam("id") UUID id) {
        callers.officer();
        return answer(payments.find(id));
    }

    private static PaymentAnswer answer(PaymentProposal proposal) {
        return new PaymentAnswer(
                proposal.id(),
                proposal.member().toString(),
                proposal.paidOn(),
                proposal.figures().total(),
                proposal.figures(),
                proposal.proposerName(),
                proposal.proposedAt(),
                proposal.approverName(),
                proposal.approvedAt(),
                proposal.withdrawerName(),
                proposal.withdrawnAt());
    }
}
