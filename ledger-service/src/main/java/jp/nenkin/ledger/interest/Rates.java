package jp.nenkin.ledger.interest;

import java.util.Map;
import java.util.Optional;
import jp.nenkin.ledger.money.FiscalYear;

/** The approved crediting rates, by fiscal year. */
public record Rates(Map<FiscalYear, CreditingRate> byYear) {
    public Rates {
        byYear = Map.copyOf(byYear);
    }

    /** The rate of the fiscal year that contains a crediting date; empty while none is approved. */
    public Optional<CreditingRate> of(FiscalYear year) {
        return Optional.ofNullable(byYear.get(year));
    }
}
