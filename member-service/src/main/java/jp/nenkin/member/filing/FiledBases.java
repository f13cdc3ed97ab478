package jp.nenkin.member.filing;

import org.jspecify.annotations.Nullable;

/**
 * The base salaries as filed.
 *
 * @param first standard monthly remuneration in yen
 * @param secondUnits units of the second plan
 */
public record FiledBases(@Nullable Long first, @Nullable Integer secondUnits) {

    public boolean isEmpty() {
        return first == null && secondUnits == null;
    }
}
