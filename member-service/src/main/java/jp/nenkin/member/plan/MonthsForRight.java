package jp.nenkin.member.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The calendar months of membership that give a right to a benefit.
 *
 * @param months without a transferred asset
 * @param withAsset with one
 */
public record MonthsForRight(@Nullable LocalDate from, int months, int withAsset) {

    /** The months that somebody needs. */
    public int needed(boolean hasAsset) {
        return hasAsset ? withAsset : months;
    }
}
