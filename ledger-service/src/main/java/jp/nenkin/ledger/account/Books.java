package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.money.FiscalYear;
import org.jspecify.annotations.Nullable;

/**
 * Where the fund's books stand when a command is decided, and the plan data it is decided with.
 *
 * @param contributionsThrough the last month whose contributions were run; none before the first run
 * @param creditedThrough the last fiscal year whose interest was run; none before the first run
 * @param today the day up to which ends of deferrals and old-age rights have come; none: the last month's end
 */
public record Books(
        @Nullable YearMonth contributionsThrough,
        @Nullable FiscalYear creditedThrough,
        Rates rates,
        PlanTerms terms,
        @Nullable LocalDate today) {

    /** Books for which a day has come when the contributions of its month have been run. */
    public Books(
            @Nullable YearMonth contributionsThrough,
            @Nullable FiscalYear creditedThrough,
            Rates rates,
            PlanTerms terms) {
        this(contributionsThrough, creditedThrough, rates, terms, null);
    }

    /** The same on a day. */
    public Books on(LocalDate day) {
        return new Books(contributionsThrough, creditedThrough, rates, terms, day);
    }

    /** Whether a day that may be open has come. */
    public boolean hasCome(@Nullable LocalDate day) {
        return day != null && lastDay().filter(last -> !day.isAfter(last)).isPresent();
    }

    /** The last day that has come; empty when none is known. */
    Optional<LocalDate> lastDay() {
        Optional<LocalDate> monthEnd = Optional.ofNullable(contributionsThrough).map(YearMonth::atEndOfMonth);
        return Stream.of(Optional.ofNullable(today), monthEnd)
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo);
    }
}
