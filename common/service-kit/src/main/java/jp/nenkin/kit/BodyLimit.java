package jp.nenkin.kit;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that announces itself as too large with a problem, before Quarkus does so with an empty answer. */
@ApplicationScoped
class BodyLimit {
    // Quarkus refuses at -2 (RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT); security comes before both.
    private static final int BEFORE_QUARKUS = -3;

    private final ProblemResponses responses;
    private final long limit;

    BodyLimit(
            ProblemResponses responses, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.responses = responses;
        this.limit = limit.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= limit) {
            request.next();
            return;
        }
        // The body is not read, so nothing after it can be understood; in HTTP/2 that ends with the stream.
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        responses.send(Problem.of(KitProblem.PAYLOAD_TOO_LARGE).with("limit", limit), request);
    }

    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        // Vert.x has refused a length that is no number before it routes.
        return length == null ? 0 : Long.parseLong(length);
    }
}
