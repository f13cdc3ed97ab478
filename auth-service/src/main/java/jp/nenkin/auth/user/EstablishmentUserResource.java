package jp.nenkin.auth.user;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import java.util.UUID;
import jp.nenkin.auth.user.OfficerResource.UserBody;
import jp.nenkin.auth.user.OfficerResource.UsersBody;
import jp.nenkin.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The people of an establishment who sign in, over HTTP. */
@Path("/establishments/{number}/users")
@Produces(MediaType.APPLICATION_JSON)
public class EstablishmentUserResource {
    private static final String NUMBER = "^[0-9]{7}$";
    private static final String LOGIN_ID = "^[A-Za-z0-9]*$";
    private static final int LONGEST = 16;

    private final UserRequests requests;

    EstablishmentUserResource(UserRequests requests) {
        this.requests = requests;
    }

    /** A user to be. */
    public record UserToMakeBody(
            @NotNull @Size(min = 1, max = LONGEST) @Pattern(regexp = LOGIN_ID)
            String loginId,

            @NotNull @Size(max = FullName.LONGEST) @Pattern(regexp = FullName.FORM)
            String familyName,

            @NotNull @Size(max = FullName.LONGEST) @Pattern(regexp = FullName.FORM)
            String givenName,

            @NotEmpty Set<Caller.@NotNull Post> roles) {
        Wish wish(Party party) {
            return new Wish(party, loginId, new FullName(familyName, givenName), Role.named(roles));
        }
    }

    /** All the roles that a user is to have. */
    public record PostsBody(@NotEmpty Set<Caller.@NotNull Post> roles) {
        UserAct.RoleSetting setting() {
            return new UserAct.RoleSetting(Role.named(roles));
        }
    }

    @POST
    @Operation(
            summary = "Make a user of an establishment; the first is an administrator (operator)",
            description = "Who signs in with a client certificate, so not before one is issued.")
    @APIResponseSchema(value = UserBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "login-id-taken, administrator-first, idempotency-key-in-progress")
    @APIResponse(responseCode = "503", description = "unavailable: nobody was made, the same request does it later")
    public Response make(
            @PathParam("number") @Pattern(regexp = NUMBER) String number,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid UserToMakeBody body) {
        return requests.make(key, body, body.wish(new Party.Establishment(number)));
    }

    @GET
    @Operation(summary = "All users of an establishment, with what became of them (officer)")
    public UsersBody list(@PathParam("number") @Pattern(regexp = NUMBER) String number) {
        return requests.list(new Party.Establishment(number));
    }

    @POST
    @Path("/{id}/suspension")
    @Operation(summary = "Suspend a user of an establishment: every session ends at once (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "user-suspended, user-ended, idempotency-key-in-progress")
    public Response suspend(
            @PathParam("number") @Pattern(regexp = NUMBER) String number,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, user(number, id), new UserAct.Suspension());
    }

    @POST
    @Path("/{id}/reinstatement")
    @Operation(summary = "Let a user of an establishment who is suspended act again (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "user-not-suspended, user-ended, idempotency-key-in-progress")
    public Response reinstate(
            @PathParam("number") @Pattern(regexp = NUMBER) String number,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, user(number, id), new UserAct.Reinstatement());
    }

    @POST
    @Path("/{id}/ending")
    @Operation(summary = "End a user of an establishment: every session ends, the login ID is nobody else's (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "user-ended, idempotency-key-in-progress")
    public Response end(
            @PathParam("number") @Pattern(regexp = NUMBER) String number,
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, user(number, id), new UserAct.Ending());
    }

    @PUT
    @Path("/{id}/roles")
    @Operation(summary = "Give a user of an establishment these roles and no others: every session ends (operator)")
    @APIResponse(responseCode = "200", description = "As he is now")
    @APIResponse(responseCode = "409", description = "user-ended")
    @APIResponse(responseCode = "412", description = "user-changed-meanwhile")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public UserBody setRoles(
            @PathParam("number") @Pattern(regexp = NUMBER) String number,
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull @Valid PostsBody body) {
        return requests.setRoles(version, user(number, id), body.setting());
    }

    private static Users.Named user(String number, UUID id) {
        return new Users.Named(new Party.Establishment(number), id);
    }
}
