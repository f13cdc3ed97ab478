package jp.nenkin.member.file;

import java.util.HashMap;
import java.util.Map;
import jp.nenkin.kit.Language;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a row, and where. It never repeats what the file says there, since a shifted column may hold what
 * must not be kept.
 *
 * @param row the line of the file on which the row begins, from 1
 * @param column the column at fault, or null where it is the whole row
 * @param problem its code, and in both languages what to do
 * @param values named as the placeholders of the problem's text
 */
public record RowError(long row, @Nullable Column column, FileProblem problem, Map<String, Object> values) {

    public RowError {
        values = Map.copyOf(values);
    }

    /** What is wrong and what to do about it. */
    public String detail(Language language) {
        Map<String, Object> filled = new HashMap<>(values);
        filled.put("row", row);
        if (column != null) {
            filled.put("column", column.name().in(language));
        }
        return problem.detail().in(language, filled);
    }
}
