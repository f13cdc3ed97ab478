package jp.nenkin.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of problem+json (RFC 9457), with our {@code code}, {@code values} and {@code errors} beside its members. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        Map<String, Object> values,
        List<FieldError> errors) {

    /** One field at fault, by its path in the request. */
    public record FieldError(String field, String code, String message) {}

    static ProblemBody of(Problem problem, Language language, List<FieldError> more, @Nullable String instance) {
        ProblemCode code = problem.code();
        List<FieldError> errors = new ArrayList<>(more);
        problem.errors()
                .forEach(error -> errors.add(new FieldError(
                        error.field(),
                        error.code().code(),
                        error.code().detail().in(language, error.values()))));
        return new ProblemBody(
                "urn:problem-type:nenkin:" + code.code(),
                code.title().in(language, problem.values()),
                code.status(),
                code.detail().in(language, problem.values()),
                instance,
                code.code(),
                problem.values(),
                List.copyOf(errors));
    }
}
