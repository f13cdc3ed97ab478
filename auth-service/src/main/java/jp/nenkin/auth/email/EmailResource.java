package jp.nenkin.auth.email;

import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.auth.limit.Limit;
import jp.nenkin.auth.limit.Limits;
import jp.nenkin.auth.mail.Mails.Addressee;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** A member's own mail address over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class EmailResource {
    private static final String MEMBER_NUMBER = "^[0-9]{10}$";
    private static final int LONGEST = 1000;

    private final Emails emails;
    private final Limits limits;
    private final Idempotency idempotency;
    private final Callers callers;

    EmailResource(Emails emails, Limits limits, Idempotency idempotency, Callers callers) {
        this.emails = emails;
        this.limits = limits;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** An address that is to hold once it is confirmed. */
    public record EmailBody(
            @NotNull @Size(max = LONGEST) String email,
            @NotNull ContactLanguage language) {}

    /** What stands behind # in a mail's link. */
    public record OpeningBody(@NotNull @Size(max = LONGEST) String token) {}

    @POST
    @Path("/members/{memberNumber}/email-changes")
    @Operation(summary = "Give another mail address; it holds once the link that is sent there was opened (the member)")
    @APIResponse(responseCode = "202", description = "The mail with the link is on its way, and one to the old address")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    public Response change(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid EmailBody body) {
        own(memberNumber);
        if (!EmailAddress.isWellFormed(body.email())) {
            throw Problem.of(KitProblem.INVALID).field("email", EmailProblem.EMAIL_FORM, Map.of());
        }
        limits.count(Limit.MAIL, memberNumber);
        return idempotency.once(key, "change-email", body, () -> {
            UUID _ = emails.give(memberNumber, new Addressee(body.email(), body.language()));
            return new Answer(202, null, null);
        });
    }

    @POST
    @Path("/members/{memberNumber}/email-changes/sending")
    @Operation(summary = "Send the link again to the address that waits for it (the member)")
    @APIResponse(responseCode = "202", description = "On its way; the link sent before opens nothing any more")
    @APIResponse(responseCode = "409", description = "nothing-to-confirm")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    public Response sendAgain(
            @PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber,
            @HeaderParam("Idempotency-Key") @Nullable String key) {
        own(memberNumber);
        limits.count(Limit.MAIL, memberNumber);
        return idempotency.once(key, "send-confirmation-again", memberNumber, () -> {
            emails.sendAgain(memberNumber);
            return new Answer(202, null, null);
        });
    }

    @POST
    @Path("/email-confirmations")
    @SecurityRequirement(name = "")
    @Operation(summary = "Confirm a mail address by the link that was sent there (anybody who has it)")
    @APIResponse(responseCode = "204", description = "The address holds")
    @APIResponse(responseCode = "410", description = "link-over: past its 24 hours, used, or never sent")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    public Response confirm(@NotNull @Valid OpeningBody body, @Context HttpServerRequest request) {
        limits.countCall(request.remoteAddress().hostAddress());
        emails.confirm(body.token());
        return Response.noContent().build();
    }

    private void own(String memberNumber) {
        if (!callers.member().number().equals(memberNumber)) {
            throw Callers.forbidden();
        }
    }
}
