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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.nenkin.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The fund's officers over HTTP. */
@Path("/officers")
@Produces(MediaType.APPLICATION_JSON)
public class OfficerResource {
    private static final Party FUND = new Party.Fund();
    private static final String LOGIN_ID = "^[A-Za-z0-9._@+-]*$";
    private static final int SHORTEST = 3;
    private static final int LONGEST = 80;

    private final UserRequests requests;

    OfficerResource(UserRequests requests) {
        this.requests = requests;
    }

    /** An officer to be. */
    public record OfficerToMakeBody(
            @NotNull @Size(min = SHORTEST, max = LONGEST) @Pattern(regexp = LOGIN_ID)
            String loginId,

            @NotNull @Size(max = FullName.LONGEST) @Pattern(regexp = FullName.FORM)
            String familyName,

            @NotNull @Size(max = FullName.LONGEST) @Pattern(regexp = FullName.FORM)
            String givenName,

            @NotEmpty Set<Caller.@NotNull Duty> roles) {}

    /** All the roles that an officer is to have. */
    public record DutiesBody(@NotEmpty Set<Caller.@NotNull Duty> roles) {}

    /**
     * A user as told.
     *
     * @param version for If-Match, in quotes
     * @param history the oldest first
     * @param oneTimePassword in the first answer about a new officer, and never again
     */
    public record UserBody(
            UUID id,
            String loginId,
            String familyName,
            String givenName,
            UserState state,
            List<Role> roles,
            int version,
            List<VersionBody> history,

            @Nullable @Schema(description = "In the first answer about a new officer, and never again")
            String oneTimePassword) {

        static UserBody of(User user) {
            return new UserBody(
                    user.id(),
                    user.loginId(),
                    user.name().family(),
                    user.name().given(),
                    user.current().state(),
                    sorted(user.current()),
                    user.current().number(),
                    user.versions().stream().map(VersionBody::of).toList(),
                    null);
        }

        UserBody with(@Nullable String password) {
            return new UserBody(id, loginId, familyName, givenName, state, roles, version, history, password);
        }

        @Override
        public String toString() {
            return "User " + id;
        }
    }

    /** What was done, by which officer, and the roles from then on. */
    public record VersionBody(int version, UserVersion.Step step, List<Role> roles, Instant at, String by) {
        static VersionBody of(UserVersion version) {
            return new VersionBody(version.number(), version.step(), sorted(version), version.at(), version.by());
        }
    }

    /** All of a party by login ID, those who have ended among them. */
    public record UsersBody(List<UserBody> users) {
        static UsersBody of(List<User> users) {
            return new UsersBody(users.stream().map(UserBody::of).toList());
        }
    }

    @POST
    @Operation(
            summary = "Propose a new officer (operator)",
            description = "Who may act once a second person has approved it. The one-time password is in this answer"
                    + " alone. At the first sign-in it is changed and the second factor set up.")
    @APIResponseSchema(value = UserBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "login-id-taken, idempotency-key-in-progress")
    @APIResponse(responseCode = "503", description = "unavailable: nobody was made, the same request does it later")
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid OfficerToMakeBody body) {
        FullName name = new FullName(body.familyName(), body.givenName());
        return requests.make(key, body, new Wish(FUND, body.loginId(), name, Role.named(body.roles())));
    }

    @GET
    @Operation(summary = "All officers, with what became of them (officer)")
    public UsersBody list() {
        return requests.list(FUND);
    }

    @POST
    @Path("/{id}/approval")
    @Operation(summary = "Approve a new officer, or an officer's new roles, that another has proposed (approver)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "own-account, same-officer, user-not-proposed, user-ended, idempotency-key-in-progress")
    public Response approve(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.approve(key, officer(id));
    }

    @POST
    @Path("/{id}/suspension")
    @Operation(summary = "Suspend an officer: every session ends at once (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "own-account, user-proposed, user-suspended, user-ended, last-with-role,"
                    + " idempotency-key-in-progress")
    public Response suspend(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, officer(id), new UserAct.Suspension());
    }

    @POST
    @Path("/{id}/reinstatement")
    @Operation(summary = "Let an officer who is suspended act again (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "own-account, user-not-suspended, user-ended, idempotency-key-in-progress")
    public Response reinstate(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, officer(id), new UserAct.Reinstatement());
    }

    @POST
    @Path("/{id}/ending")
    @Operation(summary = "End an officer: every session ends, the login ID is nobody else's (operator)")
    @APIResponseSchema(value = UserBody.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "own-account, user-ended, last-with-role, idempotency-key-in-progress")
    public Response end(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.act(key, officer(id), new UserAct.Ending());
    }

    @PUT
    @Path("/{id}/roles")
    @Operation(
            summary = "Propose these roles and no others for an officer (operator)",
            description = "Every session ends, and he may act again once a second person has approved it.")
    @APIResponse(responseCode = "200", description = "As he is now")
    @APIResponse(responseCode = "409", description = "own-account, user-suspended, user-ended, last-with-role")
    @APIResponse(responseCode = "412", description = "user-changed-meanwhile")
    @APIResponse(responseCode = "428", description = "if-match-missing")
    public UserBody setRoles(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String version,
            @NotNull @Valid DutiesBody body) {
        return requests.setRoles(version, officer(id), new UserAct.RoleSetting(Role.named(body.roles())));
    }

    private static Users.Named officer(UUID id) {
        return new Users.Named(FUND, id);
    }

    private static List<Role> sorted(UserVersion version) {
        return version.roles().stream().sorted().toList();
    }
}
