package jp.nenkin.kit;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that announces itself as too large with a problem, before Quarkus does so with an empty answer.
 *
 * <p>Where a service takes uploads, nenkin.http.body-limit holds for all paths but nenkin.http.uploads.
 */
@ApplicationScoped
class BodyLimit {
    // Quarkus refuses at -2 (RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT); security comes before both.
    private static final int BEFORE_QUARKUS = -3;
    private static final int AFTER_QUARKUS = -1;

    private final ProblemResponses responses;
    private final long limit;
    private final long ordinary;
    private final List<String> uploads;

    BodyLimit(
            ProblemResponses responses,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            @ConfigProperty(name = "nenkin.http.body-limit") Optional<MemorySize> ordinary,
            @ConfigProperty(name = "nenkin.http.uploads") Optional<List<String>> uploads) {
        this.responses = responses;
        this.limit = limit.asLongValue();
        this.ordinary = ordinary.map(MemorySize::asLongValue).orElse(this.limit);
        this.uploads = uploads.orElse(List.of());
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_QUARKUS).handler(this::check);
        router.route().order(AFTER_QUARKUS).handler(this::limitWhatComes);
    }

    private void check(RoutingContext request) {
        long most = limitOf(request);
        if (announced(request) <= most) {
            request.next();
            return;
        }
        // The body is not read, so nothing after it can be understood; in HTTP/2 that ends with the stream.
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
        }
        responses.send(Problem.of(KitProblem.PAYLOAD_TOO_LARGE).with("limit", most), request);
    }

    /** A body that does not announce its length is cut off there by Quarkus. */
    private void limitWhatComes(RoutingContext request) {
        request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limitOf(request));
        request.next();
    }

    private long limitOf(RoutingContext request) {
        String path = request.normalizedPath();
        return uploads.stream().anyMatch(upload -> path.equals(upload) || path.startsWith(upload + "/"))
                ? limit
                : ordinary;
    }

    private static long announced(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        // Vert.x has refused a length that is no number before it routes.
        return length == null ? 0 : Long.parseLong(length);
    }
}
