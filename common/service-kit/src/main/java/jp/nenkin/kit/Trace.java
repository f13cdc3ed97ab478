package jp.nenkin.kit;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The trace (W3C trace context) that a request belongs to, so that what follows from its events can be told with it.
 */
@ApplicationScoped
class Trace {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final CurrentVertxRequest request;

    Trace(CurrentVertxRequest request) {
        this.request = request;
    }

    /** The traceparent header of the request; null without one, or outside a request. */
    @Nullable
    String parent() {
        RoutingContext current = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        String header = current == null ? null : current.request().getHeader("traceparent");
        return header != null && FORM.matcher(header).matches() ? header : null;
    }
}
