package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Interest was credited, with the figures it follows from: opening × rate × openingMonths/12 + yenMonths × rate/12.
 *
 * @param fiscalYear the year that contains the crediting date
 * @param rate percent a year
 * @param opening balance right after the previous crediting, in yen
 * @param openingMonths months for which the opening balance earns
 * @param yenMonths sum of each amount since then times its months
 * @param amount yen, rounded up once
 * @param closing balance right after this crediting, of value dates up to it; later ones are in the balance only
 * @param creditedOn the crediting date, which is the value date
 * @param capped what earned at the capped rate of months outside membership, beside the figures above; absent without
 * @param nextMonth the month from which the closing earns, where it is not the month after the crediting date's day
 */
public record InterestCredited(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        int fiscalYear,
        String rate,
        long opening,
        int openingMonths,
        long yenMonths,
        long amount,
        long closing,
        LocalDate creditedOn,
        @Nullable CappedInterest capped,
        @Nullable YearMonth nextMonth)
        implements AccountEvent {

    public InterestCredited {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        Checks.rate(rate);
        requireNonNull(creditedOn, "creditedOn");
    }

    /**
     * Months outside membership, which earn at a capped rate: (opening × openingMonths + yenMonths) × rate/12 is added
     * to the other months' part before the sum is rounded up.
     *
     * @param rate percent a year
     */
    public record CappedInterest(String rate, int openingMonths, long yenMonths) {

        public CappedInterest {
            Checks.rate(rate);
        }
    }
}
