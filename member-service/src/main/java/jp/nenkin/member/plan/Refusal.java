package jp.nenkin.member.plan;

import java.util.Map;
import java.util.Optional;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.ProblemCode;

/**
 * What a rule answers when it does not accept: which rule, and the values at fault by the names its text uses.
 *
 * @param values named as the placeholders of the problem's text
 */
public record Refusal(ProblemCode problem, Map<String, Object> values) {

    public Refusal {
        values = Map.copyOf(values);
    }

    /** A refusal, as rules give it: absent where they accept. */
    public static Optional<Refusal> because(ProblemCode problem, Map<String, Object> values) {
        return Optional.of(new Refusal(problem, values));
    }

    /** The refusal on its way to the caller. */
    public Problem asProblem() {
        Problem told = Problem.of(problem);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            told = told.with(value.getKey(), value.getValue());
        }
        return told;
    }
}
