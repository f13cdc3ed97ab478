package jp.nenkin.ledger.rate;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.RateEvidence;
import jp.nenkin.ledger.interest.CompositeRate;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.money.FiscalYear;
import org.jspecify.annotations.Nullable;

/** A rate together with what it follows from. */
record SettledRate(FiscalYear year, CreditingRate rate, RateEvidence evidence) {

    /** A rate that was settled elsewhere. */
    static SettledRate stated(FiscalYear year, CreditingRate rate, String source) {
        return new SettledRate(year, rate, new RateEvidence(source, null));
    }

    /** A rate computed from the returns of the calendar year before. */
    static SettledRate computed(FiscalYear year, CompositeRate composite, @Nullable String source) {
        RateEvidence.Market market = new RateEvidence.Market(
                calendarYear(year),
                composite.assets().stream().map(SettledRate::asset).toList(),
                exact(composite.composite()),
                text(composite.limits().deduction()),
                exact(composite.reduced()),
                text(composite.limits().floor()),
                text(composite.limits().cap()));
        return new SettledRate(year, composite.rate(), new RateEvidence(source, market));
    }

    /** January to December of which year a fiscal year's rate goes by. Source: domain rules, section 3. */
    static int calendarYear(FiscalYear year) {
        return year.year() - 1;
    }

    private static RateEvidence.AssetReturn asset(CompositeRate.AssetReturn asset) {
        return new RateEvidence.AssetReturn(
                asset.assetClass(),
                asset.index(),
                text(asset.weight()),
                text(asset.marketReturn()),
                exact(asset.weighted()));
    }

    /** A computed figure, without the zeros that multiplying leaves. */
    private static String exact(BigDecimal percent) {
        return text(percent.stripTrailingZeros());
    }

    private static String text(BigDecimal percent) {
        return percent.toPlainString();
    }

    /** The evidence as it is stored: the JSON that is published. */
    String storedEvidence() {
        try {
            return EventJson.mapper().writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("evidence that is no JSON", e);
        }
    }

    /** Reads what {@link #storedEvidence} wrote. */
    static RateEvidence readEvidence(String stored) {
        try {
            return EventJson.mapper().readValue(stored, RateEvidence.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the evidence of a rate cannot be read", e);
        }
    }
}
