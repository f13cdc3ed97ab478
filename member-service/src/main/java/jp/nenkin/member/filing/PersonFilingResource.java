package jp.nenkin.member.filing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.Reception.TakenBody;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.plan.Names;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Filings about a person over HTTP: by the establishment where he is or was last, or by an officer. */
@Path("/filings")
@Produces(MediaType.APPLICATION_JSON)
public class PersonFilingResource {
    private static final String RECEIPT = "received-on-missing, received-in-future, received-on-not-today,"
            + " received-on-implausible, establishment-unknown, not-a-member, idempotency-key-reused, ";

    private final Reception reception;

    PersonFilingResource(Reception reception) {
        this.reception = reception;
    }

    /** A change of name (氏名変更届): of one form or both. */
    public record NameChangeBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,

            @Nullable @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String newName,

            @Nullable @Size(min = 1, max = Names.LONGEST) @Pattern(regexp = Names.FORM)
            String newNameKana,

            @NotNull LocalDate changedOn,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn)
            implements ReceivedBody {
        @Override
        public LocalDate eventDay() {
            return changedOn;
        }

        NameChange filed() {
            return new NameChange(
                    new EstablishmentNumber(establishmentNumber),
                    new MemberNumber(memberNumber),
                    newName,
                    newNameKana,
                    changedOn);
        }
    }

    /** The right birth date (生年月日訂正届). */
    public record BirthDateCorrectionBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @NotNull LocalDate correctBirthDate,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn)
            implements ReceivedBody {
        BirthDateCorrection filed() {
            return new BirthDateCorrection(
                    new EstablishmentNumber(establishmentNumber), new MemberNumber(memberNumber), correctBirthDate);
        }
    }

    /** A change of address (住所変更届). */
    public record AddressChangeBody(
            @NotNull @Pattern(regexp = EstablishmentNumber.FORM)
            String establishmentNumber,

            @NotNull @Pattern(regexp = MemberNumber.FORM) String memberNumber,
            @NotNull @Pattern(regexp = "^[0-9]{7}$") String postcode,

            @NotNull @Size(min = 1, max = Names.LONGEST_ADDRESS) @Pattern(regexp = Names.FORM)
            String address,

            @NotNull LocalDate changedOn,
            @NotNull FilingChannel channel,
            @Nullable LocalDate receivedOn)
            implements ReceivedBody {
        @Override
        public LocalDate eventDay() {
            return changedOn;
        }

        AddressChange filed() {
            return new AddressChange(
                    new EstablishmentNumber(establishmentNumber),
                    new MemberNumber(memberNumber),
                    postcode,
                    address,
                    changedOn);
        }
    }

    @POST
    @Path("/name-changes")
    @Operation(summary = "File a change of name, 氏名変更届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "422",
            description = RECEIPT + "name-missing, name-changed-since, changed-after-received, already-on-record")
    public Response rename(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid NameChangeBody body) {
        return reception.take(key, "change-name", body);
    }

    @POST
    @Path("/birth-date-corrections")
    @Operation(summary = "File the right birth date, 生年月日訂正届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(
            responseCode = "422",
            description = RECEIPT + "already-on-record, birth-date-implausible, age-limit-reached, not-by-age-limit")
    public Response correctBirthDate(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid BirthDateCorrectionBody body) {
        return reception.take(key, "correct-birth-date", body);
    }

    @POST
    @Path("/address-changes")
    @Operation(summary = "File a change of address, 住所変更届 (officer, the establishment itself)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "201")
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "403", description = "forbidden, paper-by-officers-only")
    @APIResponse(responseCode = "422", description = RECEIPT + "changed-after-received")
    public Response move(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid AddressChangeBody body) {
        return reception.take(key, "change-address", body);
    }
}
