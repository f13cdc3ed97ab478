package jp.nenkin.auth.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.auth.account.Completion;
import jp.nenkin.auth.account.LoginIds;
import jp.nenkin.auth.email.Emails;
import jp.nenkin.auth.limit.Limits;
import jp.nenkin.auth.mail.Delivery;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.mail.MailSender;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Registration over HTTP, for whoever is not known yet. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
    private static final int LONGEST = 1000;
    private static final int SENDINGS = 3;

    private final Registrations registrations;
    private final LoginIds loginIds;
    private final Emails emails;
    private final MailSender sender;
    private final Limits limits;
    private final TenantScope scope;
    private final Clock clock;

    RegistrationResource(
            Registrations registrations,
            LoginIds loginIds,
            Emails emails,
            MailSender sender,
            Limits limits,
            TenantScope scope,
            Clock clock) {
        this.registrations = registrations;
        this.loginIds = loginIds;
        this.emails = emails;
        this.sender = sender;
        this.limits = limits;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * What is agreed to.
     *
     * @param text one paragraph a line
     */
    public record ConsentBody(String version, String title, String text) {}

    /**
     * Who wants to register, and as what.
     *
     * @param consentVersion of the text that was agreed to
     * @param memberNumber up to ten digits; zeros in front may be missing
     */
    public record RegistrationBody(
            @NotNull @Size(max = LONGEST) String consentVersion,
            @NotNull @Size(max = LONGEST) String loginId,
            @NotNull @Size(max = LONGEST) String memberNumber,
            @NotNull LocalDate birthDate,

            @Size(max = LONGEST) @Nullable String email,

            @NotNull ContactLanguage language) {}

    /**
     * What is reserved, to be shown once more before the password goes.
     *
     * @param ticket completes it; it opens nothing else
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenedBody(
            String ticket,
            String loginId,
            String memberNumber,
            LocalDate birthDate,
            @Nullable String email,
            Instant expiresAt) {}

    /** The password for what is reserved. */
    public record CompletionBody(
            @NotNull @Size(max = LONGEST) String ticket,
            @NotNull @Size(max = LONGEST) String password) {}

    /** What became of the mail that confirms the address. */
    public enum ConfirmationMail {
        /** No address was given. */
        NONE,
        SENT,
        /** The mail server did not answer yet; it is tried again. */
        WAITING,
        /** The mail server does not take mail for this address. */
        REFUSED
    }

    /** What is registered. */
    public record RegisteredBody(String loginId, ConfirmationMail mail) {}

    @GET
    @Path("/consent")
    @Operation(summary = "The text to agree to before registering (anybody)")
    @APIResponseSchema(value = ConsentBody.class, responseCode = "200")
    public Response consent(@HeaderParam("Accept-Language") @Nullable String languages) {
        Consent consent = Consent.in(Language.accepted(languages));
        return Response.ok(new ConsentBody(consent.version(), consent.title(), consent.text()))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/registrations")
    @Operation(summary = "Match the identity and reserve a login ID for half an hour (anybody)")
    @APIResponseSchema(value = OpenedBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "409",
            description = "login-id-taken, already-registered, registration-in-progress," + " consent-outdated")
    @APIResponse(responseCode = "422", description = "identity-not-matched, whichever of it is not so")
    @APIResponse(responseCode = "429", description = "too-many-tries: of this network address, or of this number")
    @APIResponse(responseCode = "503", description = "records-behind")
    public Response open(@NotNull @Valid RegistrationBody body, @Context HttpServerRequest request) {
        limits.countCall(request.remoteAddress().hostAddress());
        Registrations.Request wanted = RegistrationFields.read(body, LocalDate.now(clock));
        if (!body.consentVersion().equals(Consent.VERSION)) {
            throw Problem.of(RegistrationProblem.CONSENT_OUTDATED);
        }
        LoginIds.Opened opened = registrations.open(wanted);
        OpenedBody answer = new OpenedBody(
                opened.ticket().value(),
                wanted.loginId().value(),
                wanted.memberNumber(),
                wanted.birthDate(),
                wanted.email() == null ? null : wanted.email().address(),
                opened.draft().expiresAt());
        return created(answer);
    }

    @POST
    @Path("/registrations/completion")
    @Operation(summary = "Give the password for the login ID that is reserved (whoever has the ticket)")
    @APIResponseSchema(value = RegisteredBody.class, responseCode = "201")
    @APIResponse(responseCode = "409", description = "login-id-taken")
    @APIResponse(responseCode = "410", description = "registration-over")
    @APIResponse(responseCode = "429", description = "too-many-tries")
    @APIResponse(responseCode = "503", description = "unavailable: nothing is lost, send the same again")
    public Response complete(@NotNull @Valid CompletionBody body, @Context HttpServerRequest request) {
        limits.countCall(request.remoteAddress().hostAddress());
        Secret ticket = Secret.read(body.ticket()).orElseThrow(LoginIds::over);
        Completion.Registered registered = loginIds.complete(ticket, body.password());
        return created(new RegisteredBody(registered.loginId(), mail(registered.memberNumber())));
    }

    /** The mail is tried at once, so that who mistyped the address sees it while he is still here. */
    private ConfirmationMail mail(String memberNumber) {
        Optional<Delivery> delivery = delivery(memberNumber);
        for (int i = 0; i < SENDINGS && delivery.equals(Optional.of(Delivery.WAITING)) && sender.sendNext(); i++) {
            delivery = delivery(memberNumber);
        }
        return delivery.map(known -> switch (known) {
                    case WAITING -> ConfirmationMail.WAITING;
                    case SENT -> ConfirmationMail.SENT;
                    case REFUSED -> ConfirmationMail.REFUSED;
                })
                .orElse(ConfirmationMail.NONE);
    }

    private Optional<Delivery> delivery(String memberNumber) {
        return scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(() -> emails.of(memberNumber)))
                .waiting()
                .map(Emails.Held::delivery);
    }

    private static Response created(Object body) {
        return Response.status(201)
                .entity(body)
                .header("Cache-Control", "no-store")
                .build();
    }
}
