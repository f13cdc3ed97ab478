package jp.nenkin.member.filing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.member.filer.FilingRights;
import jp.nenkin.member.filing.FilingResource.FilingBody;
import jp.nenkin.member.filing.HeldFiling.Return;
import jp.nenkin.member.filing.Reception.TakenBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Decisions on filings that wait, over HTTP: by officers, and by the establishment that takes its own back. */
@Path("/filings/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    /** What an officer may say to a filer, line breaks and all. */
    private static final String WORDS = "^(?s)(?=.*\\S)[^\\p{Cf}\\p{Cs}\\p{Cn}]+$";

    private static final int LONGEST = 500;

    private final HeldFilings held;
    private final Reception reception;
    private final Idempotency idempotency;
    private final Callers callers;
    private final FilingRights rights;

    DecisionResource(
            HeldFilings held, Reception reception, Idempotency idempotency, Callers callers, FilingRights rights) {
        this.held = held;
        this.reception = reception;
        this.idempotency = idempotency;
        this.callers = callers;
        this.rights = rights;
    }

    /** Why a filing is given back, by code and in the officer's words, which the filer reads. */
    public record ReturnBody(
            @NotNull ReturnReason reason,

            @NotNull @Size(min = 1, max = LONGEST) @Pattern(regexp = WORDS)
            String text) {}

    @POST
    @Path("/acceptance")
    @Operation(summary = "Accept a filing that waits: it takes effect as received when it was (approver)")
    @APIResponseSchema(value = TakenBody.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "filing-not-waiting, idempotency-key-in-progress, and what the type is refused with: the"
                    + " filing waits on")
    @APIResponse(responseCode = "422", description = "What the type is refused with: the filing waits on")
    public Response accept(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        String officer = callers.approver().id();
        return idempotency.once(
                key, "accept-filing/" + id, Map.of(), () -> Answer.ok(reception.taken(held.accept(id, officer), null)));
    }

    @POST
    @Path("/return")
    @Operation(summary = "Give a filing that waits back, with a reason (approver)")
    @APIResponseSchema(value = FilingBody.class, responseCode = "200")
    @APIResponse(responseCode = "400", description = "invalid, malformed, my-number-not-taken")
    @APIResponse(responseCode = "409", description = "filing-not-waiting, idempotency-key-in-progress")
    public Response giveBack(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @PathParam("id") UUID id,
            @NotNull @Valid ReturnBody body) {
        Caller officer = callers.approver();
        Return reason = new Return(body.reason(), body.text());
        return idempotency.once(
                key,
                "return-filing/" + id,
                body,
                () -> Answer.ok(FilingBody.of(held.giveBack(id, reason, officer.id()), officer)));
    }

    @POST
    @Path("/withdrawal")
    @Operation(summary = "Take back a filing that waits (its establishment, its consultant)")
    @APIResponseSchema(value = FilingBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "filing-not-waiting, idempotency-key-in-progress")
    public Response withdraw(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        Caller filer =
                rights.toFile(held.find(id).orElseThrow(Callers::forbidden).establishment());
        if (filer instanceof Caller.Officer) {
            throw Callers.forbidden();
        }
        return idempotency.once(
                key,
                "withdraw-filing/" + id,
                Map.of(),
                () -> Answer.ok(FilingBody.of(held.withdraw(id, filer.id()), filer)));
    }
}
