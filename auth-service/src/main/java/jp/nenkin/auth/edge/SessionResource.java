package jp.nenkin.auth.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/** A browser's session, for the page that runs in it. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@SecurityScheme(
        securitySchemeName = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = SessionCookie.NAME)
public class SessionResource {
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final CsrfRules rules;

    SessionResource(
            Sessions sessions, SessionCookie cookie, @ConfigProperty(name = "nenkin.portal.url") String portal) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.rules = new CsrfRules(portal);
    }

    /** What somebody signed in as. */
    public enum Kind {
        MEMBER,
        OFFICER
    }

    /**
     * A session in force.
     *
     * @param csrfToken to be sent as X-CSRF-Token with everything that changes something
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SessionBody(
            Kind kind,
            @Nullable String memberNumber,
            @Nullable String name,
            String csrfToken,
            Instant idleEndsAt,
            Instant endsAt) {}

    @GET
    @Path("/session")
    @SecurityRequirement(name = "session")
    @Operation(summary = "Who is signed in with this browser, and how long; asking does not prolong it")
    @APIResponseSchema(value = SessionBody.class, responseCode = "200")
    @APIResponse(responseCode = "401", description = "session-missing")
    public Response find(@Context RoutingContext request) {
        return Response.ok(body(session(request)))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/session/sign-out")
    @SecurityRequirement(name = "session")
    @Operation(summary = "Sign this browser out, in Keycloak too")
    @APIResponse(responseCode = "204", description = "Signed out")
    @APIResponse(responseCode = "401", description = "session-missing")
    @APIResponse(responseCode = "403", description = "csrf-refused")
    public Response signOut(
            @HeaderParam("X-CSRF-Token") @Nullable String token,
            @HeaderParam("Origin") @Nullable String origin,
            @Context RoutingContext request) {
        Session _ = own(token, origin, request);
        cookie.read(request).ifPresent(sessions::end);
        cookie.clear(request);
        return Response.noContent().build();
    }

    @POST
    @Path("/sessions/sign-out")
    @SecurityRequirement(name = "session")
    @Operation(summary = "Sign this person out of every browser, in Keycloak too")
    @APIResponse(responseCode = "204", description = "Signed out everywhere")
    @APIResponse(responseCode = "401", description = "session-missing")
    @APIResponse(responseCode = "403", description = "csrf-refused")
    public Response signOutEverywhere(
            @HeaderParam("X-CSRF-Token") @Nullable String token,
            @HeaderParam("Origin") @Nullable String origin,
            @Context RoutingContext request) {
        sessions.endAllOf(own(token, origin, request).person());
        cookie.clear(request);
        return Response.noContent().build();
    }

    /** The session, if it is the portal's page that calls. */
    private Session own(@Nullable String token, @Nullable String origin, RoutingContext request) {
        Session session = session(request);
        String fetchSite = request.request().getHeader("Sec-Fetch-Site");
        if (!rules.fromPortal(origin, fetchSite) || !CsrfRules.knows(token, session)) {
            throw Problem.of(EdgeProblem.CSRF_REFUSED);
        }
        return session;
    }

    private Session session(RoutingContext request) {
        return cookie.read(request).flatMap(sessions::find).orElseThrow(() -> Problem.of(EdgeProblem.SESSION_MISSING));
    }

    private static SessionBody body(Session session) {
        Person person = session.person();
        return new SessionBody(
                switch (person.realm()) {
                    case MEMBER -> Kind.MEMBER;
                    case FUND -> Kind.OFFICER;
                    case EMPLOYER -> throw new IllegalStateException("No sign-in leads from there to a session");
                },
                person.memberNumber(),
                person.name(),
                session.csrfToken(),
                session.idleEndsAt(),
                session.endsAt());
    }
}
