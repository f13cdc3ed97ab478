package jp.nenkin.ledger.interest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The crediting rate that market returns lead to: weighted by the asset mix, less the deduction, between floor and cap.
 * Everything is exact percent until the one rounding, half up to one decimal, at the end.
 *
 * <p>Source: domain rules, section 3 (rate).
 */
public record CompositeRate(List<AssetReturn> assets, RateTerms.Limits limits) {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public CompositeRate {
        assets = List.copyOf(assets);
    }

    /** An asset class: its part of the mix and its index's return from January to December, both in percent. */
    public record AssetReturn(String assetClass, String index, BigDecimal weight, BigDecimal marketReturn) {

        /** What the class brings to the composite, in percent, unrounded. */
        public BigDecimal weighted() {
            return weight.multiply(marketReturn).movePointLeft(2);
        }
    }

    /** Whether the weights make up the whole mix: 100 percent, none of them negative. */
    public boolean isWhole() {
        BigDecimal sum = assets.stream().map(AssetReturn::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.compareTo(WHOLE) == 0
                && assets.stream().noneMatch(asset -> asset.weight().signum() < 0);
    }

    /** The weighted returns together, in percent, unrounded. */
    public BigDecimal composite() {
        return assets.stream().map(AssetReturn::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The composite less the deduction, in percent, unrounded. */
    public BigDecimal reduced() {
        return composite().subtract(limits.deduction());
    }

    /** The rate to credit: held between floor and cap, rounded once. */
    public CreditingRate rate() {
        BigDecimal held = reduced().max(limits.floor()).min(limits.cap());
        return new CreditingRate(
                held.setScale(1, RoundingMode.HALF_UP).unscaledValue().intValueExact());
    }
}
