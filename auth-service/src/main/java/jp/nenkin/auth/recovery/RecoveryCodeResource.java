package jp.nenkin.auth.recovery;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Shown;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Members who wait for a letter, and the codes for them, over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryCodeResource {
    private static final int MOST = 200;

    private final Recoveries recoveries;
    private final Callers callers;
    private final Shown shown;

    RecoveryCodeResource(Recoveries recoveries, Callers callers, Shown shown) {
        this.recoveries = recoveries;
        this.callers = callers;
        this.shown = shown;
    }

    /** Somebody who asked for a way back and has no address that holds. */
    public record RequestBody(String memberNumber, Instant askedAt) {}

    /** The oldest first. */
    public record RequestsBody(List<RequestBody> requests) {}

    /** For whom a code is wanted. */
    public record CodeRequestBody(
            @NotNull @Pattern(regexp = "^[0-9]{10}$") String memberNumber) {}

    /**
     * A code, told this once.
     *
     * @param code three groups of four signs
     */
    public record CodeBody(String code, Instant expiresAt) {}

    @GET
    @Path("/recovery-requests")
    @Transactional
    @Operation(summary = "Members who forgot their login ID or password and wait for a letter, 200 at most (officer)")
    public RequestsBody requests() {
        Caller.Officer _ = callers.officer();
        List<RequestBody> waiting = recoveries.requests(MOST).stream()
                .map(request -> new RequestBody(request.memberNumber(), request.askedAt()))
                .toList();
        shown.members(waiting.stream().map(RequestBody::memberNumber).toList());
        return new RequestsBody(waiting);
    }

    @POST
    @Path("/recovery-codes")
    @Transactional
    @Operation(
            summary = "Make a code for a letter to a member, or for one whose identity the officer has seen (officer:"
                    + " operator); asked again, a new one takes the place of the one before")
    @APIResponseSchema(value = CodeBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "no-login-id")
    public Response issue(@NotNull @Valid CodeRequestBody body) {
        Caller.Officer officer = callers.operator();
        shown.members(List.of(body.memberNumber()));
        Recoveries.Issued issued = recoveries.issue(body.memberNumber(), officer.id());
        return Response.status(201)
                .entity(new CodeBody(issued.code().printed(), issued.expiresAt()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
