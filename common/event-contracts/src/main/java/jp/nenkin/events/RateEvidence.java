package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a crediting rate follows from; every figure is percent as exact decimal text.
 *
 * @param source where the figures come from, in words; always there when no market returns are
 * @param market absent for a year whose rate was settled before its evidence was kept
 */
public record RateEvidence(
        @Nullable String source, @Nullable Market market) {

    public RateEvidence {
        if (source == null && market == null) {
            throw new IllegalArgumentException("a rate without market returns names its source");
        }
    }

    /**
     * From market returns to a rate: composite − deduction = reduced, held between floor and cap, then rounded half up
     * to one decimal, which is the rate.
     *
     * @param calendarYear January to December of this year
     * @param composite the weighted returns together
     */
    public record Market(
            int calendarYear,
            List<AssetReturn> assets,
            String composite,
            String deduction,
            String reduced,
            String floor,
            String cap) {

        public Market {
            assets = List.copyOf(assets);
            Checks.percent(composite);
            Checks.percent(deduction);
            Checks.percent(reduced);
            Checks.percent(floor);
            Checks.percent(cap);
        }
    }

    /**
     * What one asset class brings to the composite.
     *
     * @param index the market index that stands for the class
     * @param weight the class's part of the asset mix; all together 100
     * @param marketReturn the index's return of the calendar year
     * @param weighted weight × return ÷ 100, unrounded
     */
    public record AssetReturn(String assetClass, String index, String weight, String marketReturn, String weighted) {

        public AssetReturn {
            requireNonNull(assetClass, "assetClass");
            requireNonNull(index, "index");
            Checks.percent(weight);
            Checks.percent(marketReturn);
            Checks.percent(weighted);
        }
    }
}
