package jp.nenkin.ledger.contribution;

import java.time.LocalDate;
import java.time.YearMonth;

/** The day a month's contribution counts from. Source: domain rules, section 2. */
public final class PostingDay {
    private PostingDay() {}

    /** The first of the month, or the day of acquisition if that is later. */
    public static LocalDate of(YearMonth month, LocalDate acquiredOn) {
        LocalDate first = month.atDay(1);
        return acquiredOn.isAfter(first) ? acquiredOn : first;
    }
}
