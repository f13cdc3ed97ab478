package jp.nenkin.auth.edge;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;

/** Refuses paths that two readers may take for two places, before anybody has read them. */
@ApplicationScoped
class PlainPaths {
    private static final int BEFORE_SECURITY = -1000;
    // Empty and dotted segments, backslashes, matrix parameters; and any of these, a slash or a percent sign, encoded.
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|/\\.|[\\\\;]|%(?:2e|2f|5c|3b|25|00)", Pattern.CASE_INSENSITIVE);

    private final Refusals refusals;

    PlainPaths(Refusals refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_SECURITY).handler(this::check);
    }

    private void check(RoutingContext request) {
        String path = request.request().path();
        if (path == null || AMBIGUOUS.matcher(path).find()) {
            refusals.send(Problem.of(KitProblem.BAD_REQUEST), request);
        } else {
            request.next();
        }
    }
}
