package jp.nenkin.auth.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.ProblemMapper;

/** Writes what goes wrong outside JAX-RS in the same words as inside it. */
@ApplicationScoped
class Refusals {
    private final ProblemMapper mapper;

    Refusals(ProblemMapper mapper) {
        this.mapper = mapper;
    }

    void send(Throwable fault, RoutingContext request) {
        Response answer = answer(fault, request);
        request.response().setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach((name, values) -> request.response().putHeader(name, values));
        // What is left of the body is read and dropped, so that the connection's next request is understood.
        request.request().resume();
        request.response().end(Buffer.buffer((byte[]) answer.getEntity()));
    }

    /** In place of a service's answer that never came. */
    ProxyResponse unavailable(ProxyRequest call, RoutingContext request) {
        Response answer = answer(unavailable(), request);
        ProxyResponse response = call.release().response().setStatusCode(answer.getStatus());
        answer.getStringHeaders().forEach((name, values) -> response.putHeader(name, String.join(", ", values)));
        return response.setBody(Body.body(Buffer.buffer((byte[]) answer.getEntity())));
    }

    static Problem unavailable() {
        return Problem.of(KitProblem.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
    }

    private Response answer(Throwable fault, RoutingContext request) {
        return switch (fault) {
            case Problem problem -> mapper.refused(problem, request);
            case KeycloakSessions.Away away -> mapper.refused(unavailable(), request);
            default -> mapper.unexpected(fault, request);
        };
    }
}
