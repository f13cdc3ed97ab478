package jp.nenkin.kit;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A refusal on its way to the caller: thrown at the edge, answered as problem+json (RFC 9457). */
public final class Problem extends RuntimeException {
    private final transient ProblemCode code;
    private final transient Map<String, Object> values;
    private final transient List<FieldProblem> errors;
    private final @Nullable Duration retryAfter;

    /** What is wrong with one field, named by its path in the request: {@code members[3].birthDate}. */
    public record FieldProblem(String field, ProblemCode code, Map<String, Object> values) {
        public FieldProblem {
            values = Map.copyOf(values);
        }
    }

    private Problem(
            ProblemCode code, Map<String, Object> values, List<FieldProblem> errors, @Nullable Duration retryAfter) {
        // A refusal is an expected answer: its stack would tell nothing and costs more than the rest of it.
        super(code.code() + " " + values, null, false, false);
        this.code = code;
        this.values = values;
        this.errors = errors;
        this.retryAfter = retryAfter;
    }

    public static Problem of(ProblemCode code) {
        return new Problem(code, Map.of(), List.of(), null);
    }

    /** Fills the placeholder of this name; the value is also a member of the answer. */
    public Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Problem(code, more, errors, retryAfter);
    }

    public Problem field(String field, ProblemCode fieldCode, Map<String, Object> fieldValues) {
        FieldProblem error = new FieldProblem(field, fieldCode, fieldValues);
        return new Problem(
                code, values, Stream.concat(errors.stream(), Stream.of(error)).toList(), retryAfter);
    }

    /** Sent as the Retry-After header, in whole seconds. */
    public Problem retryAfter(Duration wait) {
        return new Problem(code, values, errors, wait);
    }

    public ProblemCode code() {
        return code;
    }

    public Map<String, Object> values() {
        return values;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
