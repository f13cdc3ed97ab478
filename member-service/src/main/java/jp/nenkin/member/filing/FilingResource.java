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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.LossCause;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.eligibility.AdmissionReason;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.Reception.HeldBody;
import jp.nenkin.member.filing.Reception.TakenBody;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Particulars;
import jp.nenkin.member.member.PensionNumber;
import jp.nenkin.member.member.Sex;
import jp.nenkin.member.plan.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Filings over HTTP: by the establishment for its own members, or by an officer. */
@Path("/filings")
@Produces(MediaType.APPLICATION_JSON)
public class FilingResource {
    private static final java.util.regex.Pattern PENSION_NUMBER =
            java.util.regex.Pattern.compile("(?<=\"basicPensionNumber\":\")[0-9]{6}(?=[0-9]{4}\")");

    private final Filings filings;
    private final HeldFilings held;
    private final Reception reception;
    private final Callers callers;
    private final Shown shown;

    FilingResource(Filings filings, HeldFilings held, Reception reception, Callers callers, Shown shown) {
        this.filings = filings;
        this.held = held;
        this.reception = reception;
        this.callers = callers;
        this.shown = shown;
    }

    /**
     * An enrolment (資格取得届).
     *
     * @param admission why one is let in who cannot reach the months for a right before 65
     * @param evidence what shows that it was so, where it is filed late
     */
    public record EnrolmentBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @Nullable @Pattern(regexp = MemberNumber.FORM) String memberNumber,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String name,

            @Nullable @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String nameKana,

            @NotNull LocalDate birthDate,
            @Nullable Sex sex,
            @Nullable @Pattern(regexp = PensionNumber.FORM) String basicPensionNumber,
            @Nullable @Pattern(regexp = "^[0-9]{1,6}$") String insuredNumber,
            @Nullable @Pattern(regexp = "^[0-9]{7}$") String postcode,

            @Nullable @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String address,

            @NotNull LocalDate acquiredOn,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            @Nullable AdmissionReason admission,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn,

            @Nullable @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String evidence)
            implements ReceivedBody {
        @Override
        public LocalDate eventDay() {
            return acquiredOn;
        }

        @Override
        public LocalDate changedFrom() {
            return acquiredOn;
        }

        Enrolment filed() {
            return new Enrolment(
                    new EstablishmentNumber(establishmentNumber),
                    memberNumber == null ? null : new MemberNumber(memberNumber),
                    name,
                    birthDate,
                    acquiredOn,
                    new FiledBases(firstBaseSalary, secondUnits),
                    details());
        }

        private EnrolmentDetails details() {
            return new EnrolmentDetails(
                    new Particulars(
                            nameKana, sex, basicPensionNumber == null ? null : new PensionNumber(basicPensionNumber)),
                    insuredNumber == null ? null : Integer.valueOf(insuredNumber),
                    postcode,
                    address,
                    admission);
        }
    }

    /**
     * A change of base salary (基準給与変更届).
     *
     * @param evidence what shows that it was so, where it is filed late
     */
    public record BaseSalaryChangeBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @NotNull LocalDate effectiveFrom,
            @Nullable Long firstBaseSalary,
            @Nullable Integer secondUnits,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn,

            @Nullable @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String evidence)
            implements ReceivedBody {
        @Override
        public LocalDate eventDay() {
            return effectiveFrom;
        }

        @Override
        public LocalDate changedFrom() {
            return effectiveFrom;
        }

        BaseSalaryChange filed() {
            return new BaseSalaryChange(
                    new EstablishmentNumber(establishmentNumber),
                    new MemberNumber(memberNumber),
                    effectiveFrom,
                    new FiledBases(firstBaseSalary, secondUnits));
        }
    }

    /**
     * A loss (資格喪失届).
     *
     * @param postcode after leaving, 7 digits
     * @param address after leaving
     * @param evidence what shows that it was so, where it is filed late
     */
    public record LossBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @NotNull LocalDate lostOn,
            @NotNull LossCause cause,
            @Nullable @Pattern(regexp = "^[0-9]{7}$") String postcode,

            @Nullable @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String address,

            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn,

            @Nullable @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String evidence)
            implements ReceivedBody {
        @Override
        public LocalDate eventDay() {
            return lostOn;
        }

        @Override
        public LocalDate changedFrom() {
            return lostOn;
        }

        LossFiling filed() {
            return new LossFiling(
                    new EstablishmentNumber(establishmentNumber),
                    new MemberNumber(memberNumber),
                    lostOn,
                    cause,
                    postcode,
                    address);
        }
    }

    /**
     * A filing as it came, and what became of it.
     *
     * @param takesBack the filing that it corrects or cancels
     * @param takenBackBy the filing that corrected or cancelled it
     * @param memberNumber absent of somebody new as long as it is not accepted
     * @param waitsFor the codes of why an officer is to decide; none once it waits no more
     * @param decision absent while it waits
     */
    public record FilingBody(
            UUID filingId,
            FiledType type,
            FilingState state,
            @Nullable UUID takesBack,
            @Nullable UUID takenBackBy,
            FilingChannel channel,
            LocalDate receivedOn,
            Instant filedAt,
            String establishmentNumber,
            @Nullable String memberNumber,
            List<String> waitsFor,
            @Nullable DecisionBody decision,

            @JsonRawValue @Schema(type = SchemaType.OBJECT, description = "As it was filed")
            String content) {
        static FilingBody of(Filings.Found found, Caller caller) {
            FilingRow row = found.row();
            return new FilingBody(
                    row.id,
                    row.type,
                    FilingState.PROCESSED,
                    found.takesBack(),
                    found.takenBackBy(),
                    row.channel,
                    row.receivedOn,
                    row.filedAt,
                    row.establishmentNumber,
                    row.memberNumber,
                    List.of(),
                    new DecisionBody(row.decidedBy, row.decidedAt, null, null),
                    shown(row.body, caller));
        }

        static FilingBody of(HeldFiling held, Caller caller) {
            MemberNumber member = held.member();
            return new FilingBody(
                    held.id(),
                    held.type(),
                    held.state(),
                    null,
                    null,
                    held.channel(),
                    held.receivedOn(),
                    held.filedAt(),
                    held.establishment().value(),
                    member == null ? null : member.value(),
                    held.decision() == null ? codes(held.waitsFor()) : List.of(),
                    DecisionBody.of(held.decision()),
                    shown(held.content(), caller));
        }

        private static List<String> codes(List<WaitingReason> reasons) {
            return reasons.stream().map(WaitingReason::code).toList();
        }

        /** Of a basic pension number, others than officers see the end. */
        private static String shown(String content, Caller caller) {
            return switch (caller) {
                case Caller.Officer _ -> content;
                case Caller.Establishment _, Caller.Consultant _, Caller.Member _ ->
                    PENSION_NUMBER.matcher(content).replaceAll("******");
            };
        }
    }

    /**
     * Who decided on a filing, and when.
     *
     * @param by an officer's id, that of who took it back, or system where the rules alone decided
     * @param reason why it was given back
     * @param text what the officer said of it
     */
    public record DecisionBody(
            String by,
            Instant at,
            @Nullable ReturnReason reason,
            @Nullable String text) {
        static @Nullable DecisionBody of(HeldFiling.@Nullable Decision decision) {
            if (decision == null) {
                return null;
            }
            HeldFiling.Return reason = decision.reason();
            return new DecisionBody(
                    decision.by(),
                    decision.at(),
                    reason == null ? null : reason.code(),
                    reason == null ? null : reason.text());
        }
    }

    @POST
    @Path("/enrolments")
    @Operation(summary = "File an enrolment, 資格取得届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "202",
            description = "An officer decides first; nothing has taken effect",
            content = @Content(schema = @Schema(implementation = HeldBody.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "409",
            description = "already-member, pension-number-of-another, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "received-on-missing, received-in-future, received-on-not-today, received-on-implausible,"
                    + " establishment-unknown, acquired-in-future, birth-date-implausible, age-limit-reached,"
                    + " base-salary-missing, base-salary-not-a-grade, plan-not-offered, units-missing,"
                    + " units-set-by-establishment, units-out-of-range, member-not-matched, acquired-before-loss,"
                    + " right-not-reachable, idempotency-key-reused")
    public Response enrol(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid EnrolmentBody body) {
        return reception.take(key, "enrol", body);
    }

    @POST
    @Path("/base-salary-changes")
    @Operation(summary = "File a change of base salary, 基準給与変更届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "202",
            description = "An officer decides first; nothing has taken effect",
            content = @Content(schema = @Schema(implementation = HeldBody.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "422",
            description = "received-on-missing, received-in-future, received-on-not-today, received-on-implausible,"
                    + " establishment-unknown, not-a-member, effective-day-not-allowed, effective-too-far-ahead,"
                    + " effective-outside-membership, nothing-changes, base-salary-missing, base-salary-not-a-grade,"
                    + " plan-not-offered, units-set-by-establishment, units-out-of-range, idempotency-key-reused")
    public Response change(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid BaseSalaryChangeBody body) {
        return reception.take(key, "change-base-salary", body);
    }

    @POST
    @Path("/losses")
    @Operation(summary = "File a loss, 資格喪失届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "202",
            description = "An officer decides first; nothing has taken effect",
            content = @Content(schema = @Schema(implementation = HeldBody.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(responseCode = "409", description = "already-lost, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "received-on-missing, received-in-future, received-on-not-today, received-on-implausible,"
                    + " establishment-unknown, not-a-member, lost-before-acquired, lost-after-received,"
                    + " not-by-age-limit, idempotency-key-reused")
    public Response lose(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid LossBody body) {
        return reception.take(key, "lose", body);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "A filing as it came (officer, its establishment; once it took effect, its member)")
    public FilingBody find(@PathParam("id") UUID id) {
        Caller caller = callers.current();
        FilingBody filing = filings.find(id)
                .map(found -> FilingBody.of(found, caller))
                .or(() -> held.find(id).map(found -> FilingBody.of(found, caller)))
                .orElseThrow(() ->
                        caller instanceof Caller.Officer ? Problem.of(KitProblem.NOT_FOUND) : Callers.forbidden());
        String member = filing.memberNumber();
        shown.members(member == null ? List.of() : List.of(member));
        return filing;
    }
}
