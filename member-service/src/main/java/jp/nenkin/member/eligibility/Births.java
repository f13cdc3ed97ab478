package jp.nenkin.member.eligibility;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days of birth, both included, of those who attain an age within certain days.
 *
 * <p>Who was born on 29 February attains it on 28 February; all others the day before the birthday.
 */
public record Births(LocalDate earliest, LocalDate latest) {
    // Nobody born earlier is on record: such a birth date is refused as implausible.
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** Of those who attain an age within a month. */
    public static Births attaining(int age, YearMonth month) {
        LocalDate before = latest(age, month.atDay(1).minusDays(1));
        return new Births(before.plusDays(1), latest(age, month.atEndOfMonth()));
    }

    /** Of those who have attained an age on a day. */
    public static Births attainedBy(int age, LocalDate day) {
        return new Births(FIRST, latest(age, day));
    }

    /** The latest day of birth of somebody who has attained an age on a day. */
    private static LocalDate latest(int age, LocalDate day) {
        return day.plusDays(1).minusYears(age);
    }
}
