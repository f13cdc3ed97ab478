package jp.nenkin.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes problems as answers, in the language the request accepts. */
@ApplicationScoped
class ProblemResponses {
    private static final String TYPE = "application/problem+json";

    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    Response of(Problem problem, RoutingContext request) {
        return of(problem, request, List.of(), null);
    }

    Response of(
            Problem problem, RoutingContext request, List<ProblemBody.FieldError> errors, @Nullable String instance) {
        Language language = language(request);
        Response.ResponseBuilder response = Response.status(problem.code().status())
                .type(TYPE)
                .header("Content-Language", language.locale().toLanguageTag())
                .header("Vary", "Accept-Language")
                .entity(bytes(ProblemBody.of(problem, language, errors, instance)));
        problem.retryAfter().ifPresent(wait -> response.header("Retry-After", wait.toSeconds()));
        return response.build();
    }

    /** For what is refused before JAX-RS is reached. */
    void send(Problem problem, RoutingContext request) {
        Language language = language(request);
        request.response()
                .setStatusCode(problem.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, TYPE)
                .putHeader("Content-Language", language.locale().toLanguageTag())
                .putHeader(HttpHeaders.VARY, "Accept-Language")
                .end(Buffer.buffer(bytes(ProblemBody.of(problem, language, List.of(), null))));
    }

    static Language language(RoutingContext request) {
        return Language.accepted(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private byte[] bytes(ProblemBody body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A problem that is no JSON", fault);
        }
    }
}
