package jp.nenkin.auth.recovery;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Map;
import jp.nenkin.auth.account.AccountProblem;
import jp.nenkin.auth.account.LoginId;
import jp.nenkin.auth.limit.Limits;
import jp.nenkin.auth.people.MemberNumber;
import jp.nenkin.auth.people.PeopleProblem;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Forgotten login IDs and passwords over HTTP, for whoever cannot sign in. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class RecoveryResource {
    private static final int LONGEST = 1000;
    private static final int ACCEPTED = 202;

    private final Recoveries recoveries;
    private final Returns returns;
    private final Limits limits;

    RecoveryResource(Recoveries recoveries, Returns returns, Limits limits) {
        this.recoveries = recoveries;
        this.returns = returns;
        this.limits = limits;
    }

    /** Whose login ID was forgotten. */
    public record ForgottenIdBody(
            @NotNull @Size(max = LONGEST) String memberNumber,
            @NotNull LocalDate birthDate) {}

    /** Whose password was forgotten: the login ID, or member number and birth date. */
    public record ForgottenPasswordBody(
            @Size(max = LONGEST) @Nullable String loginId,
            @Size(max = LONGEST) @Nullable String memberNumber,
            @Nullable LocalDate birthDate) {}

    /** The link's token, or member number and the letter's code; and what is to hold from now on. */
    public record NewIdBody(
            @Size(max = LONGEST) @Nullable String token,
            @Size(max = LONGEST) @Nullable String memberNumber,
            @Size(max = LONGEST) @Nullable String code,
            @NotNull @Size(max = LONGEST) String loginId,
            @NotNull @Size(max = LONGEST) String password) {}

    /** The link's token, or member number and the letter's code; and the new password. */
    public record NewPasswordBody(
            @Size(max = LONGEST) @Nullable String token,
            @Size(max = LONGEST) @Nullable String memberNumber,
            @Size(max = LONGEST) @Nullable String code,
            @NotNull @Size(max = LONGEST) String password) {}

    /** What is registered in place of the forgotten one. */
    public record ReplacedBody(String loginId) {}

    @POST
    @Path("/login-id-recoveries")
    @Operation(summary = "Ask for a way to register a login ID again (anybody)")
    @APIResponse(
            responseCode = "202",
            description =
                    "The same whoever asks. To a member's confirmed address goes a mail with a link; where there is"
                            + " none, the fund sends a letter with a code")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    @APIResponse(responseCode = "503", description = "records-behind")
    public Response forgotId(@NotNull @Valid ForgottenIdBody body, @Context HttpServerRequest request) {
        count(request);
        recoveries.ask(Recovery.Kind.LOGIN_ID, number(body.memberNumber()), body.birthDate());
        return Response.status(ACCEPTED).build();
    }

    @POST
    @Path("/login-id-recoveries/completion")
    @Operation(summary = "Register a login ID in place of the forgotten one (whoever has the link or the code)")
    @APIResponseSchema(value = ReplacedBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "login-id-taken, registration-in-progress")
    @APIResponse(responseCode = "410", description = "link-over: past its time, used, or never sent")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    @APIResponse(responseCode = "503", description = "unavailable: nothing is lost, send the same again")
    public Response newId(@NotNull @Valid NewIdBody body, @Context HttpServerRequest request) {
        count(request);
        if (!LoginId.isWellFormed(body.loginId())) {
            throw invalid("loginId");
        }
        Proof proof = Proof.of(body.token(), body.memberNumber(), body.code());
        returns.replaceLoginId(proof, new LoginId(body.loginId()), body.password());
        return Response.status(201)
                .entity(new ReplacedBody(body.loginId()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/password-recoveries")
    @Operation(summary = "Ask for a way to set a new password (anybody)")
    @APIResponse(
            responseCode = "202",
            description =
                    "The same whoever asks. To a member's confirmed address goes a mail with a link; where there is"
                            + " none, the fund sends a letter with a code")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    @APIResponse(responseCode = "503", description = "records-behind")
    public Response forgotPassword(@NotNull @Valid ForgottenPasswordBody body, @Context HttpServerRequest request) {
        count(request);
        @Nullable String loginId = body.loginId();
        @Nullable String memberNumber = body.memberNumber();
        @Nullable LocalDate birthDate = body.birthDate();
        if (loginId != null && memberNumber == null && birthDate == null) {
            if (!LoginId.isWellFormed(loginId)) {
                throw invalid("loginId");
            }
            recoveries.ask(Recovery.Kind.PASSWORD, loginId);
        } else if (loginId == null && memberNumber != null && birthDate != null) {
            recoveries.ask(Recovery.Kind.PASSWORD, number(memberNumber), birthDate);
        } else {
            throw Problem.of(RecoveryProblem.NOT_SAID_WHO);
        }
        return Response.status(ACCEPTED).build();
    }

    @POST
    @Path("/password-recoveries/completion")
    @Operation(summary = "Set a new password in place of the forgotten one (whoever has the link or the code)")
    @APIResponse(responseCode = "204", description = "It holds, and every session has ended")
    @APIResponse(responseCode = "410", description = "link-over: past its time, used, or never sent")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    @APIResponse(responseCode = "503", description = "unavailable: nothing is lost, send the same again")
    public Response newPassword(@NotNull @Valid NewPasswordBody body, @Context HttpServerRequest request) {
        count(request);
        returns.replacePassword(Proof.of(body.token(), body.memberNumber(), body.code()), body.password());
        return Response.noContent().build();
    }

    private void count(HttpServerRequest request) {
        limits.countCall(request.remoteAddress().hostAddress());
    }

    private static String number(String written) {
        return MemberNumber.of(written)
                .orElseThrow(() -> Problem.of(KitProblem.INVALID)
                        .field("memberNumber", PeopleProblem.MEMBER_NUMBER_FORM, Map.of()));
    }

    private static Problem invalid(String field) {
        return Problem.of(KitProblem.INVALID).field(field, AccountProblem.LOGIN_ID_FORM, Map.of());
    }
}
