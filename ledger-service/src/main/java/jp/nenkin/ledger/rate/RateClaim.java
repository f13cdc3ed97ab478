package jp.nenkin.ledger.rate;

import java.util.List;
import jp.nenkin.ledger.interest.CompositeRate.AssetReturn;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.money.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * What an officer says of a year's rate.
 *
 * @param stated the rate as the officer expects it, which has to agree with the evidence where there is some
 * @param market what the rate is computed from
 * @param source where the figures come from
 */
record RateClaim(
        FiscalYear year,
        @Nullable CreditingRate stated,
        @Nullable MarketReturns market,
        @Nullable String source) {

    /** The returns of a calendar year, January to December, by asset class. */
    record MarketReturns(int calendarYear, List<AssetReturn> assets) {}
}
