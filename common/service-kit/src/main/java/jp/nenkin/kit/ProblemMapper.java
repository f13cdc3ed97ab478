package jp.nenkin.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one mapper: whatever goes wrong under a request leaves as problem+json, and no text of an exception with it. */
@ApplicationScoped
public class ProblemMapper {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    private final ProblemResponses responses;
    private final Faults faults;
    private final Ids ids;

    ProblemMapper(ProblemResponses responses, Faults faults, Ids ids) {
        this.responses = responses;
        this.faults = faults;
        this.ids = ids;
    }

    @ServerExceptionMapper
    public Response refused(Problem problem, RoutingContext request) {
        return responses.of(problem, request);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException fault, RoutingContext request) {
        if (fault.getConstraintViolations().stream().anyMatch(ProblemMapper::isOurs)) {
            return unexpected(fault, request);
        }
        Language language = ProblemResponses.language(request);
        List<ProblemBody.FieldError> errors = fault.getConstraintViolations().stream()
                .map(violation -> error(violation, language))
                .sorted(Comparator.comparing(ProblemBody.FieldError::field).thenComparing(ProblemBody.FieldError::code))
                .toList();
        return responses.of(Problem.of(KitProblem.INVALID), request, errors, null);
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response unreadable(JsonProcessingException fault, RoutingContext request) {
        return responses.of(unreadable(fault), request);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(RoutingContext request) {
        // Where Quarkus has written its challenge already, this replaces it.
        request.response().headers().remove(HttpHeaders.WWW_AUTHENTICATE);
        Response response = responses.of(Problem.of(KitProblem.UNAUTHORIZED), request);
        response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return response;
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException fault, RoutingContext request) {
        return responses.of(Callers.forbidden(), request);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException fault, RoutingContext request) {
        if (fault.getCause() instanceof JsonProcessingException json) {
            return unreadable(json, request);
        }
        // As Parameters says it, in what JAX-RS wraps it.
        if (fault.getCause() instanceof Problem problem) {
            return refused(problem, request);
        }
        // JAX-RS calls a parameter it cannot read not found; what was meant by it may well be there.
        boolean unreadable = fault instanceof NotFoundException && fault.getCause() != null;
        int status = unreadable ? 400 : fault.getResponse().getStatus();
        if (status < 400) {
            return fault.getResponse();
        }
        KitProblem code = code(status);
        if (code == KitProblem.INTERNAL_ERROR) {
            return unexpected(fault, request);
        }
        Response response = responses.of(Problem.of(code), request);
        // A 405 must name what is allowed.
        if (fault.getResponse().getHeaders().containsKey(HttpHeaders.ALLOW)) {
            response.getHeaders()
                    .put(HttpHeaders.ALLOW, fault.getResponse().getHeaders().get(HttpHeaders.ALLOW));
        }
        return response;
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable fault, RoutingContext request) {
        String instance = "urn:uuid:" + ids.next();
        if (faults.passes(fault)) {
            LOG.warnf("%s: unavailable: %s", instance, Faults.root(fault));
            Problem problem = Problem.of(KitProblem.UNAVAILABLE).retryAfter(Duration.ofSeconds(1));
            return responses.of(problem, request, List.of(), instance);
        }
        LOG.errorf(fault, "%s: unexpected", instance);
        return responses.of(Problem.of(KitProblem.INTERNAL_ERROR), request, List.of(), instance);
    }

    private static KitProblem code(int status) {
        return switch (status) {
            case 401 -> KitProblem.UNAUTHORIZED;
            case 403 -> KitProblem.FORBIDDEN;
            case 404 -> KitProblem.NOT_FOUND;
            case 405 -> KitProblem.METHOD_NOT_ALLOWED;
            case 406 -> KitProblem.NOT_ACCEPTABLE;
            case 413 -> KitProblem.PAYLOAD_TOO_LARGE;
            case 415 -> KitProblem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> KitProblem.UNAVAILABLE;
            default -> status < 500 ? KitProblem.BAD_REQUEST : KitProblem.INTERNAL_ERROR;
        };
    }

    private static Problem unreadable(JsonProcessingException fault) {
        // What a service's own reading of JSON refuses.
        if (fault.getCause() instanceof Problem problem) {
            return problem;
        }
        if (!(fault instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return Problem.of(KitProblem.MALFORMED);
        }
        ProblemCode code =
                fault instanceof UnrecognizedPropertyException ? KitProblem.FIELD_UNKNOWN : KitProblem.FIELD_UNREADABLE;
        return Problem.of(KitProblem.INVALID).field(path(mapping), code, Map.of());
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** A rule broken by what we return, or inside our own calls, is our fault and not the caller's. */
    private static boolean isOurs(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
    }

    private static ProblemBody.FieldError error(ConstraintViolation<?> violation, Language language) {
        Class<?> rule = violation.getConstraintDescriptor().getAnnotation().annotationType();
        return new ProblemBody.FieldError(
                field(violation.getPropertyPath()),
                rule.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT),
                // Of a form, its message would be the regular expression.
                rule.equals(Pattern.class)
                        ? KitProblem.FIELD_UNREADABLE.detail().in(language, Map.of())
                        : violation.getMessage());
    }

    /** Without the method and, where a field follows it, the parameter: the caller knows neither. */
    private static String field(Path path) {
        String whole = StreamSupport.stream(path.spliterator(), false)
                .filter(node -> node.getKind() != ElementKind.METHOD)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        boolean fieldFollows = StreamSupport.stream(path.spliterator(), false)
                .anyMatch(node -> node.getKind() == ElementKind.PROPERTY);
        return fieldFollows ? whole.substring(whole.indexOf('.') + 1) : whole;
    }
}
