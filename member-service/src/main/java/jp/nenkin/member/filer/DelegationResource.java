package jp.nenkin.member.filer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** To whom an establishment has delegated, over HTTP: kept by officers and by the establishment itself. */
@Path("/establishments/{number}/delegations")
@Produces(MediaType.APPLICATION_JSON)
public class DelegationResource {
    private static final String UNTIL = "The first day on which it holds no more";

    private final Delegations delegations;
    private final Idempotency idempotency;
    private final FilingRights rights;
    private final Callers callers;

    DelegationResource(Delegations delegations, Idempotency idempotency, FilingRights rights, Callers callers) {
        this.rights = rights;
        this.delegations = delegations;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** A delegation to be given. */
    public record DelegationToGiveBody(
            @NotNull @Pattern(regexp = ConsultantCode.FORM) String consultantCode,

            @NotNull LocalDate from,
            @Nullable @Schema(description = UNTIL) LocalDate until) {}

    /** When a delegation ends: on the Clock's day at the earliest, which ends it at once. */
    public record DelegationEndBody(
            @NotNull @Schema(description = UNTIL) LocalDate until) {}

    /** A delegation as it stands. */
    public record DelegationBody(
            UUID id,
            String establishmentNumber,
            String consultantCode,
            LocalDate from,
            @Nullable @Schema(description = UNTIL) LocalDate until,
            Instant givenAt,
            String givenBy) {
        static DelegationBody of(Delegation delegation) {
            return new DelegationBody(
                    delegation.id(),
                    delegation.establishment().value(),
                    delegation.consultant().value(),
                    delegation.from(),
                    delegation.until(),
                    delegation.givenAt(),
                    delegation.givenBy());
        }
    }

    /** Delegations in the order of their first days. */
    public record DelegationsBody(List<DelegationBody> delegations) {
        static DelegationsBody of(List<Delegation> found) {
            return new DelegationsBody(found.stream().map(DelegationBody::of).toList());
        }
    }

    @POST
    @Operation(summary = "Delegate to a consultant from a day (officer, the establishment itself)")
    @APIResponseSchema(value = DelegationBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "delegation-exists, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description =
                    "establishment-unknown, consultant-unknown, delegation-without-a-day," + " idempotency-key-reused")
    public Response give(
            @PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid DelegationToGiveBody body) {
        EstablishmentNumber establishment = new EstablishmentNumber(number);
        String by = rights.toDelegate(establishment).id();
        Delegations.Given given = new Delegations.Given(
                establishment, new ConsultantCode(body.consultantCode()), body.from(), body.until(), by);
        return idempotency.once(key, "delegate/" + number, body, () -> {
            DelegationBody answer = DelegationBody.of(delegations.give(given));
            return Answer.created("/establishments/" + number + "/delegations", answer);
        });
    }

    @POST
    @Path("/{id}/end")
    @Operation(summary = "End a delegation, at once or on a day to come (officer, the establishment itself)")
    @APIResponseSchema(value = DelegationBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "delegation-ended, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "delegation-end-in-past, idempotency-key-reused")
    public Response end(
            @PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid DelegationEndBody body) {
        EstablishmentNumber establishment = new EstablishmentNumber(number);
        String by = rights.toDelegate(establishment).id();
        return idempotency.once(
                key,
                "end-delegation/" + id,
                body,
                () -> Answer.ok(DelegationBody.of(delegations.end(establishment, id, body.until(), by))));
    }

    @GET
    @Operation(summary = "To whom an establishment has delegated, ended ones too (officer, the establishment itself)")
    public DelegationsBody list(@PathParam("number") @Pattern(regexp = EstablishmentNumber.FORM) String number) {
        callers.officerOrEstablishment(number);
        return DelegationsBody.of(delegations.of(new EstablishmentNumber(number)));
    }
}
