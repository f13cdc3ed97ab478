package jp.nenkin.member.upload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.ProblemCode;
import jp.nenkin.kit.Text;
import jp.nenkin.member.file.Column;
import jp.nenkin.member.file.RowError;
import org.jspecify.annotations.Nullable;

/**
 * Why a row is returned or has no effect, as it is stored.
 *
 * @param code never changes
 * @param column at fault, or null where it is the whole row
 * @param values as text, by the names that the code's text uses
 * @param detail what the filer was told to do; kept, so that it stays what was told
 */
public record Reason(String code, @Nullable Column column, Map<String, String> values, Text detail) {
    static final String MEMBER_NUMBER = "memberNumber";

    static Reason of(RowError error) {
        return new Reason(
                error.problem().code(),
                error.column(),
                texts(error.values()),
                new Text(error.detail(Language.JAPANESE), error.detail(Language.ENGLISH)));
    }

    /** By a rule, with the values that its text uses. */
    public static Reason of(ProblemCode problem, Map<String, Object> values) {
        return new Reason(
                problem.code(),
                null,
                texts(values),
                new Text(
                        problem.detail().in(Language.JAPANESE, values),
                        problem.detail().in(Language.ENGLISH, values)));
    }

    /** By a rule whose text uses no values. */
    public static Reason of(ProblemCode problem) {
        return of(problem, Map.of());
    }

    /** As they are stored; none where nothing is. */
    public static List<Reason> read(@Nullable String json) {
        return RowJson.reasons(json);
    }

    public static Reason of(Problem refused) {
        return of(refused.code(), new HashMap<>(refused.values()));
    }

    /** The same where its member number is none that anybody will have: it is neither shown nor said. */
    Reason unnumbered(String number) {
        Map<String, String> others = new TreeMap<>(values);
        others.remove(MEMBER_NUMBER);
        return new Reason(
                code,
                column,
                others,
                new Text(
                        detail.japanese().replace(number, "(届出のときに決まります)"),
                        detail.english().replace(number, "(given when it is filed)")));
    }

    boolean is(ProblemCode problem) {
        return code.equals(problem.code());
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }
}
