package jp.nenkin.auth.user;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import jp.nenkin.auth.user.EstablishmentUserResource.PostsBody;
import jp.nenkin.auth.user.EstablishmentUserResource.UserToMakeBody;
import jp.nenkin.auth.user.OfficerResource.UserBody;
import jp.nenkin.auth.user.OfficerResource.UsersBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The people of a consultant (社会保険労務士) who sign in, over HTTP. */
@Path("/consultants/{code}/users")
@Produces(MediaType.APPLICATION_JSON)
public class ConsultantUserResource {
    private static final String NUMBER = "^[0-9]{8}$";

    private final UserRequests requests;

    ConsultantUserResource(UserRequests requests) {
        this.requests = requests;
    }

    @POST
    @Operation(
            summary = "Make a user of a consultant; the first is an administrator (operator)",
            description = "Who signs in with a client certificate, so not before one is issued.")
    @APIResponseSchema(value = UserBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "login-id-taken, administrator-first, idempotency-key-in-progress")
    @APIResponse(responseCode = "503", description = "unavailable: nobody was made, the same request does it later")
    public Response make(
            @PathParam("code") @Pattern(regexp = NUMBER) String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid UserToMakeBody body) {
        return requests.make(key, body, body.wish(new Party.Consultant(code)));
    }

    @GET
    @Operation(summary = "All users of a consultant, with what became of them (officer)")
    public UsersBody list(@PathParam("code") @Pattern(regexp = NUMBER) String code) {
        return requests.list(new Party.Consultant(code));
    }

    @POST
    @Path("/{id}/suspension")
    @Operation(summary = "Suspend a user of a consultant: every session ends at once (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "user-suspended, user-ended, idempotency-key-in-progress")
    public Response suspend(
            @PathParam("code") @Pattern(regexp = NUMBER) String code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, user(code, id), new UserAct.Suspension());
    }

    @POST
    @Path("/{id}/reinstatement")
    @Operation(summary = "Let a user of a consultant who is suspended act again (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "user-not-suspended, user-ended, idempotency-key-in-progress")
    public Response reinstate(
            @PathParam("code") @Pattern(regexp = NUMBER) String code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, user(code, id), new UserAct.Reinstatement());
    }

    @POST
    @Path("/{id}/ending")
    @Operation(summary = "End a user of a consultant: every session ends, the login ID is nobody else's (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "user-ended, idempotency-key-in-progress")
    public Response end(
            @PathParam("code") @Pattern(regexp = NUMBER) String code,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, user(code, id), new UserAct.Ending());
    }

    @PUT
    @Path("/{id}/roles")
    @Operation(summary = "Give a user of a consultant these roles and no others: every session ends (operator)")
    @APIResponse(responseCode = "200", description = "As he is now")
    @APIResponse(responseCode = "409", description = "user-ended")
    @APIResponse(responseCode = "412", description = "user-changed-meanwhile")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public UserBody setRoles(
            @PathParam("code") @Pattern(regexp = NUMBER) String code,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull @Valid PostsBody body) {
        return requests.setRoles(version, user(code, id), body.setting());
    }

    private static Users.Named user(String code, UUID id) {
        return new Users.Named(new Party.Consultant(code), id);
    }
}
