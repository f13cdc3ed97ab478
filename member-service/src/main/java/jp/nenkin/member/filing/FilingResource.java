package jp.nenkin.member.filing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.Valid;
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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.Names;
import jp.nenkin.member.plan.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Filings over HTTP: by the establishment for its own members, or by an officer. */
@Path("/filings")
@Produces(MediaType.APPLICATION_JSON)
public class FilingResource {
    private final Filings filings;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;

    FilingResource(Filings filings, Idempotency idempotency, Callers callers, Clock clock) {
        this.filings = filings;
        this.idempotency = idempotency;
        this.callers = callers;
        this.clock = clock;
    }

    /** An enrolment (資格取得届). */
    public record EnrolmentBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @Nullable @Pattern(regexp = MemberNumber.FORM) String memberNumber,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name,

            @NotNull LocalDate birthDate,
            @NotNull LocalDate acquiredOn,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn) {}

    /** A change of base salary (基準給与変更届). */
    public record BaseSalaryChangeBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @NotNull LocalDate effectiveFrom,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn) {}

    /** A loss (資格喪失届). */
    public record LossBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @NotNull LocalDate lostOn,
            @NotNull LossCause cause,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn) {}

    /** The answer to a filing that was taken. */
    public record TakenBody(UUID filingId, String memberNumber, LocalDate receivedOn, FilingChannel channel) {}

    /** A filing as it was taken. */
    public record FilingBody(
            UUID filingId,
            FilingType type,
            FilingChannel channel,
            LocalDate receivedOn,
            Instant filedAt,
            String establishmentNumber,
            String memberNumber,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "As it was filed")
            String content) {}

    @POST
    @Path("/enrolments")
    @Operation(summary = "File an enrolment, 資格取得届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(responseCode = "409", description = "already-member, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "received-on-missing, received-in-future, received-on-not-today, received-on-implausible,"
                    + " establishment-unknown, acquired-in-future, birth-date-implausible, age-limit-reached,"
                    + " base-salary-missing, base-salary-not-a-grade, plan-not-offered, units-missing,"
                    + " units-set-by-establishment, units-out-of-range, member-not-matched, acquired-before-loss,"
                    + " idempotency-key-reused")
    public Response enrol(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid EnrolmentBody body) {
        authorise(body.establishmentNumber(), body.channel());
        Enrolment filed = new Enrolment(
                new EstablishmentNumber(body.establishmentNumber()),
                body.memberNumber() == null ? null : new MemberNumber(body.memberNumber()),
                body.name(),
                body.birthDate(),
                body.acquiredOn(),
                new FiledBases(body.firstBaseSalary(), body.secondUnits()));
        return idempotency.once(
                key,
                "enrol",
                body,
                () -> take(body.channel(), body.receivedOn(), receipt -> filings.enrol(filed, receipt, body)));
    }

    @POST
    @Path("/base-salary-changes")
    @Operation(summary = "File a change of base salary, 基準給与変更届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "422",
            description = "received-on-missing, received-in-future, received-on-not-today, received-on-implausible,"
                    + " establishment-unknown, not-a-member, effective-day-not-allowed, effective-too-far-ahead,"
                    + " effective-outside-membership, nothing-changes, base-salary-missing, base-salary-not-a-grade,"
                    + " plan-not-offered, units-set-by-establishment, units-out-of-range, idempotency-key-reused")
    public Response change(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid BaseSalaryChangeBody body) {
        authorise(body.establishmentNumber(), body.channel());
        BaseSalaryChange filed = new BaseSalaryChange(
                new EstablishmentNumber(body.establishmentNumber()),
                new MemberNumber(body.memberNumber()),
                body.effectiveFrom(),
                new FiledBases(body.firstBaseSalary(), body.secondUnits()));
        return idempotency.once(
                key,
                "change-base-salary",
                body,
                () -> take(body.channel(), body.receivedOn(), receipt -> filings.change(filed, receipt, body)));
    }

    @POST
    @Path("/losses")
    @Operation(summary = "File a loss, 資格喪失届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(responseCode = "409", description = "already-lost, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "received-on-missing, received-in-future, received-on-not-today, received-on-implausible,"
                    + " establishment-unknown, not-a-member, lost-before-acquired, lost-after-received,"
                    + " not-by-age-limit, idempotency-key-reused")
    public Response lose(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid LossBody body) {
        authorise(body.establishmentNumber(), body.channel());
        LossFiling filed = new LossFiling(
                new EstablishmentNumber(body.establishmentNumber()),
                new MemberNumber(body.memberNumber()),
                body.lostOn(),
                body.cause());
        return idempotency.once(
                key,
                "lose",
                body,
                () -> take(body.channel(), body.receivedOn(), receipt -> filings.lose(filed, receipt, body)));
    }

    private void authorise(String establishment, FilingChannel channel) {
        Caller caller = callers.officerOrEstablishment(establishment);
        if (channel == FilingChannel.PAPER && !(caller instanceof Caller.Officer)) {
            throw Problem.of(FilingProblem.PAPER_BY_OFFICERS_ONLY);
        }
    }

    private Answer take(
            FilingChannel channel, @Nullable LocalDate receivedOn, Function<Receipt, Filings.Taken> command) {
        ReceiptRules rules = new ReceiptRules(LocalDate.now(clock));
        Optional<Refusal> refusal = rules.refuse(channel, receivedOn);
        if (refusal.isPresent()) {
            throw refusal.get().asProblem();
        }
        Filings.Taken taken = command.apply(rules.receipt(channel, receivedOn));
        TakenBody body = new TakenBody(
                taken.filing().id(),
                taken.member().value(),
                taken.filing().receivedOn(),
                taken.filing().channel());
        return Answer.created("/filings/" + body.filingId(), body);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A filing as it was taken (officer, its establishment, its member)")
    public FilingBody find(@PathParam("id") UUID id) {
        Caller caller = callers.current();
        return filings.find(id)
                .map(FilingResource::body)
                .orElseThrow(() ->
                        caller instanceof Caller.Officer ? Problem.of(KitProblem.NOT_FOUND) : Callers.forbidden());
    }

    private static FilingBody body(FilingRow row) {
        return new FilingBody(
                row.id,
                row.type,
                row.channel,
                row.receivedOn,
                row.filedAt,
                row.establishmentNumber,
                row.memberNumber,
                row.body);
    }
}
