package jp.nenkin.member.filing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.Corrections.Correction;
import jp.nenkin.member.filing.FilingResource.BaseSalaryChangeBody;
import jp.nenkin.member.filing.FilingResource.EnrolmentBody;
import jp.nenkin.member.filing.FilingResource.LossBody;
import jp.nenkin.member.filing.PersonFilingResource.NameChangeBody;
import jp.nenkin.member.filing.Reception.HeldBody;
import jp.nenkin.member.filing.Reception.TakenBody;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Transfers in, and corrections and cancellations of earlier filings, over HTTP. */
@Path("/filings")
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {
    private static final String RECEIPT = "received-on-missing, received-in-future, received-on-not-today,"
            + " received-on-implausible, establishment-unknown, idempotency-key-reused, ";
    private static final long MOST_YEN = 1_000_000_000;
    private static final int MOST_MONTHS = 600;

    private final Reception reception;

    CorrectionResource(Reception reception) {
        this.reception = reception;
    }

    /** An asset brought from another plan (移換); the plan is the first unless another is named. */
    public record TransferInBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @Nullable Plan plan,
            @NotNull @Positive @Max(MOST_YEN) Long amount,
            @NotNull LocalDate assetReceivedOn,

            @NotNull @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String source,

            @NotNull @PositiveOrZero @Max(MOST_MONTHS) Integer creditedMonths,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn)
            implements ReceivedBody {
        @Override
        public LocalDate changedFrom() {
            return assetReceivedOn;
        }

        TransferIn filed() {
            return new TransferIn(
                    new EstablishmentNumber(establishmentNumber),
                    new MemberNumber(memberNumber),
                    new TransferIn.Brought(plan == null ? Plan.FIRST : plan, assetReceivedOn, source, creditedMonths),
                    amount);
        }
    }

    /**
     * A correction (訂正): the earlier filing, and one of the contents, whole and as it should have been. What an
     * enrolment or a loss may say besides, and the other form of a name, stay as they were said where they are absent;
     * a figure of a change of base salary that is absent is taken back.
     */
    public record CorrectionBody(
            @NotNull UUID filingId,
            @Nullable @Valid EnrolmentBody enrolment,
            @Nullable @Valid LossBody loss,
            @Nullable @Valid BaseSalaryChangeBody baseSalaryChange,
            @Nullable @Valid TransferInBody transferIn,
            @Nullable @Valid NameChangeBody nameChange)
            implements ReceivedBody {

        /** The one content; refused with a {@link Problem} where there is another number of them. */
        private ReceivedBody right() {
            List<ReceivedBody> forms = Stream.<@Nullable ReceivedBody>of(
                            enrolment, loss, baseSalaryChange, transferIn, nameChange)
                    .filter(Objects::nonNull)
                    .<ReceivedBody>map(Objects::requireNonNull)
                    .toList();
            if (forms.size() != 1) {
                throw Problem.of(FilingProblem.CORRECTION_CONTENT_NOT_ONE);
            }
            return forms.getFirst();
        }

        @Override
        public String establishmentNumber() {
            return right().establishmentNumber();
        }

        @Override
        public FilingChannel channel() {
            return right().channel();
        }

        @Override
        public @Nullable LocalDate receivedOn() {
            return right().receivedOn();
        }

        @Override
        public @Nullable LocalDate eventDay() {
            return right().eventDay();
        }

        @Override
        public @Nullable LocalDate changedFrom() {
            return right().changedFrom();
        }

        @Override
        public UUID takesBack() {
            return filingId;
        }

        @Override
        public @Nullable String evidence() {
            return right().evidence();
        }

        Correction filed() {
            if (enrolment != null) {
                return new Correction(filingId, enrolment.filed());
            }
            if (loss != null) {
                return new Correction(filingId, loss.filed());
            }
            if (baseSalaryChange != null) {
                return new Correction(filingId, baseSalaryChange.filed());
            }
            return new Correction(
                    filingId,
                    transferIn != null
                            ? transferIn.filed()
                            : Objects.requireNonNull(nameChange).filed());
        }
    }

    /** A cancellation (取消) of an earlier filing. */
    public record CancellationBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull UUID filingId,

            @Nullable @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String reason,

            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn)
            implements ReceivedBody {
        @Override
        public UUID takesBack() {
            return filingId;
        }

        Cancellation filed() {
            return new Cancellation(new EstablishmentNumber(establishmentNumber), filingId);
        }
    }

    @POST
    @Path("/transfers-in")
    @Operation(summary = "File an asset brought from another plan, 移換 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "202",
            description = "An officer decides first; nothing has taken effect",
            content = @Content(schema = @Schema(implementation = HeldBody.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "422",
            description = RECEIPT + "not-a-member, plan-not-offered, asset-received-after-filing")
    public Response bring(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid TransferInBody body) {
        return reception.take(key, "transfer-in", body);
    }

    @POST
    @Path("/corrections")
    @Operation(
            summary = "File a correction of an earlier filing, 訂正 (officer, the establishment itself)",
            description = "The right content, whole. What an enrolment or a loss may say besides (kana, sex, basic"
                    + " pension number, insured number, address with postcode) and the other form of a name stay as"
                    + " they were said where the correction leaves them out: a correction takes none of them away. A"
                    + " figure that the correction of a change of base salary leaves out is taken back.")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "202",
            description = "An officer decides first; nothing has taken effect",
            content = @Content(schema = @Schema(implementation = HeldBody.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "409",
            description = "filing-not-in-effect, filing-depended-on, membership-since, pension-number-of-another,"
                    + " idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = RECEIPT + "correction-content-not-one, filing-not-matched, filing-not-correctable,"
                    + " corrected-type-differs, corrected-member-differs, corrected-person-differs, already-on-record,"
                    + " and what the type is refused with")
    public Response correct(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CorrectionBody body) {
        return reception.take(key, "correct", body);
    }

    @POST
    @Path("/cancellations")
    @Operation(summary = "File a cancellation of an earlier filing, 取消 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "202",
            description = "An officer decides first; nothing has taken effect",
            content = @Content(schema = @Schema(implementation = HeldBody.class)))
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "409",
            description = "filing-not-in-effect, filing-depended-on, membership-since, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = RECEIPT + "filing-not-matched, filing-not-cancellable")
    public Response cancel(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CancellationBody body) {
        return reception.take(key, "cancel", body);
    }
}
