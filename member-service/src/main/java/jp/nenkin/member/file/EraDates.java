package jp.nenkin.member.file;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Days and months as the pension service writes them: a digit for the era, the year of the era, month and day. Java's
 * own calendar holds the eras to the day: Showa ends on 64-01-07 and Heisei begins on 01-01-08. It knows no
 * day before Meiji 6 (1873), when Japan took over the calendar that it counts by.
 */
final class EraDates {
    /** The eras by the pension service's digits. */
    static final Map<String, JapaneseEra> ERAS = Map.of(
            "1", JapaneseEra.MEIJI,
            "3", JapaneseEra.TAISHO,
            "5", JapaneseEra.SHOWA,
            "7", JapaneseEra.HEISEI,
            "9", JapaneseEra.REIWA);

    private static final int DIGITS_OF_DAY = 6;
    private static final int LONGEST_MONTH = 31;

    private EraDates() {}

    /** The day written YYMMDD in an era; absent where the era has no such day. */
    static Optional<LocalDate> day(JapaneseEra era, String date) {
        return isWritten(date) ? day(era, number(date, 0), number(date, 2), number(date, 4)) : Optional.empty();
    }

    /** Whether a text has the form YYMMDD. */
    static boolean isWritten(String date) {
        return date.length() == DIGITS_OF_DAY && Characters.areDigits(date);
    }

    /** The month of an era that has a day in it: January of 1989 is one of Showa 64 and of Heisei 1. */
    static Optional<YearMonth> month(JapaneseEra era, int year, int month) {
        return IntStream.rangeClosed(1, LONGEST_MONTH)
                .mapToObj(day -> day(era, year, month, day))
                .flatMap(Optional::stream)
                .findFirst()
                .map(YearMonth::from);
    }

    private static Optional<LocalDate> day(JapaneseEra era, int year, int month, int day) {
        try {
            return Optional.of(LocalDate.from(JapaneseDate.of(era, year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits, int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }
}
