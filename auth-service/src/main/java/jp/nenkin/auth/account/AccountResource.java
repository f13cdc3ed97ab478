package jp.nenkin.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import jp.nenkin.auth.email.Emails;
import jp.nenkin.auth.keycloak.KeycloakAway;
import jp.nenkin.auth.keycloak.KeycloakUsers;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.auth.keycloak.SignIn;
import jp.nenkin.auth.mail.Delivery;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** A member's own login ID over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
    private static final String MEMBER_NUMBER = "^[0-9]{10}$";

    private final Accounts accounts;
    private final Emails emails;
    private final KeycloakUsers keycloak;
    private final Callers callers;

    AccountResource(Accounts accounts, Emails emails, KeycloakUsers keycloak, Callers callers) {
        this.accounts = accounts;
        this.emails = emails;
        this.keycloak = keycloak;
        this.callers = callers;
    }

    /**
     * An address, and what became of the mail with the link.
     *
     * @param mail absent once the address is confirmed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EmailState(
            String address, boolean confirmed, @Nullable Delivery mail) {}

    /**
     * A login ID and what belongs to it.
     *
     * @param email where mail goes; absent if no address was confirmed yet
     * @param newEmail an address that waits for its confirmation
     * @param twoFactor whether a one-time code is asked for at sign-in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountBody(
            String loginId,
            Instant registeredAt,
            @Nullable EmailState email,
            @Nullable EmailState newEmail,
            boolean twoFactor) {}

    /** Through what somebody signed in. */
    public enum Program {
        PORTAL,
        MOBILE
    }

    /** What came of an attempt to sign in. */
    public enum SignInOutcome {
        SIGNED_IN,
        REFUSED
    }

    /**
     * An attempt to sign in.
     *
     * @param from the network address it came from
     */
    public record SignInBody(Instant at, SignInOutcome outcome, Program by, String from) {}

    /** The newest first, of the last 30 days. */
    public record SignInsBody(List<SignInBody> signIns) {}

    @GET
    @Path("/members/{memberNumber}/login-account")
    @Operation(summary = "The member's own login ID, mail address and second factor (the member)")
    @APIResponseSchema(value = AccountBody.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found: he has no login ID of his own")
    public AccountBody find(@PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber) {
        LoginAccount account = own(memberNumber);
        Emails.Both held = QuarkusTransaction.requiringNew().call(() -> emails.of(memberNumber));
        boolean twoFactor = asked(() -> keycloak.hasSecondFactor(Realm.MEMBER, account.keycloakId()));
        return new AccountBody(
                account.loginId(),
                account.registeredAt(),
                held.current().map(AccountResource::state).orElse(null),
                held.waiting().map(AccountResource::state).orElse(null),
                twoFactor);
    }

    @GET
    @Path("/members/{memberNumber}/sign-ins")
    @Operation(summary = "When somebody signed in as the member or tried to, in the last 30 days (the member)")
    @APIResponseSchema(value = SignInsBody.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found: he has no login ID of his own")
    public SignInsBody signIns(@PathParam("memberNumber") @Pattern(regexp = MEMBER_NUMBER) String memberNumber) {
        LoginAccount account = own(memberNumber);
        return new SignInsBody(asked(() -> keycloak.signIns(Realm.MEMBER, account.keycloakId())).stream()
                .map(AccountResource::body)
                .toList());
    }

    private LoginAccount own(String memberNumber) {
        if (!callers.member().number().equals(memberNumber)) {
            throw Callers.forbidden();
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> accounts.of(memberNumber))
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (KeycloakAway away) {
            throw Problem.of(KitProblem.UNAVAILABLE).retryAfter(LoginIds.TRY_AGAIN);
        }
    }

    private static EmailState state(Emails.Held held) {
        return new EmailState(held.address(), held.confirmed(), held.delivery());
    }

    private static SignInBody body(SignIn signIn) {
        return new SignInBody(
                signIn.at(),
                signIn.succeeded() ? SignInOutcome.SIGNED_IN : SignInOutcome.REFUSED,
                signIn.client().equals("mobile") ? Program.MOBILE : Program.PORTAL,
                signIn.from());
    }
}
