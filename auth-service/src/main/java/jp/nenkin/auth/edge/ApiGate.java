package jp.nenkin.auth.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Lets through to the services what the portal's own page asks in a session in force, and nothing else. */
@ApplicationScoped
class ApiGate {
    // The limit on bodies of our own operations comes at -3: here each path has its own. Security comes before both.
    private static final int BEFORE_LIMIT = -4;
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final Sessions sessions;
    private final SessionCookie cookie;
    private final ApiRelay relay;
    private final Refusals refusals;
    private final CsrfRules rules;
    private final UploadLimits limits;

    ApiGate(
            Sessions sessions,
            SessionCookie cookie,
            ApiRelay relay,
            Refusals refusals,
            @ConfigProperty(name = "nenkin.portal.url") String portal,
            @ConfigProperty(name = "nenkin.edge.upload.limit") MemorySize limit,
            @ConfigProperty(name = "nenkin.edge.upload.by-path") Optional<Map<String, MemorySize>> byPath) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.relay = relay;
        this.refusals = refusals;
        this.rules = new CsrfRules(portal);
        this.limits = new UploadLimits(limit.asLongValue(), bytes(byPath.orElse(Map.of())));
    }

    private static Map<String, Long> bytes(Map<String, MemorySize> limits) {
        return limits.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, limit -> limit.getValue().asLongValue()));
    }

    /** What was asked, and by whose cookie. */
    record Call(RoutingContext context, ApiPath path, Secret id) {
        HttpServerRequest request() {
            return context.request();
        }

        boolean safe() {
            return CsrfRules.safe(request().method().name());
        }

        /** What a page repeats by itself is not done by a person. */
        boolean byPerson() {
            return !EventStreams.asksFor(header(HttpHeaders.ACCEPT));
        }

        @Nullable
        String header(CharSequence name) {
            return request().getHeader(name);
        }
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(BEFORE_LIMIT).handler(this::handle);
    }

    private void handle(RoutingContext context) {
        Optional<ApiPath> path = Optional.ofNullable(context.request().path())
                .flatMap(ApiPath::of)
                .filter(relay::knows);
        Optional<Secret> id = cookie.read(context);
        if (path.isEmpty()) {
            refusals.send(Problem.of(KitProblem.NOT_FOUND), context);
        } else if (id.isEmpty()) {
            refusals.send(Problem.of(EdgeProblem.SESSION_MISSING), context);
        } else {
            open(new Call(context, path.get(), id.get()));
        }
    }

    private void open(Call call) {
        Optional<Problem> refusal = refuse(call);
        if (refusal.isPresent()) {
            refusals.send(refusal.get(), call.context());
            return;
        }
        // The body waits in the connection until somebody reads it.
        call.request().pause();
        call.context()
                .vertx()
                .executeBlocking(() -> sessions.open(call.id(), call.byPerson()), false)
                .onSuccess(access -> opened(access, call))
                .onFailure(fault -> refusals.send(fault, call.context()));
    }

    /** What needs no look at the session. */
    private Optional<Problem> refuse(Call call) {
        if (!call.safe() && !rules.fromPortal(call.header(HttpHeaders.ORIGIN), call.header("Sec-Fetch-Site"))) {
            return Optional.of(Problem.of(EdgeProblem.CSRF_REFUSED));
        }
        // A length that is announced can be held to; what comes in pieces could go on for ever.
        String length = call.header(HttpHeaders.CONTENT_LENGTH);
        boolean inPieces = call.header(HttpHeaders.TRANSFER_ENCODING) != null;
        if (inPieces || (length == null && WITH_BODY.contains(call.request().method()))) {
            return Optional.of(Problem.of(EdgeProblem.LENGTH_REQUIRED));
        }
        long limit = limits.of(call.path());
        return length != null && Long.parseLong(length) > limit
                ? Optional.of(Problem.of(KitProblem.PAYLOAD_TOO_LARGE).with("limit", limit))
                : Optional.empty();
    }

    private void opened(Access access, Call call) {
        switch (access) {
            case Access.Missing missing -> {
                cookie.clear(call.context());
                refusals.send(Problem.of(EdgeProblem.SESSION_MISSING), call.context());
            }
            case Access.Granted granted -> granted(granted, call);
        }
    }

    private void granted(Access.Granted granted, Call call) {
        if (call.safe() || CsrfRules.knows(call.header("X-CSRF-Token"), granted.session())) {
            relay.pass(call, granted.tokens());
        } else {
            refusals.send(Problem.of(EdgeProblem.CSRF_REFUSED), call.context());
        }
    }
}
