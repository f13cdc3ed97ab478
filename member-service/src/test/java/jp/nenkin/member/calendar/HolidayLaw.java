package jp.nenkin.member.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.SortedMap;
import java.util.TreeMap;

/** The public holidays of a year since 2015 as the law's articles make them: what the data is held to. */
final class HolidayLaw {
    private final int year;
    private final SortedMap<LocalDate, String> named = new TreeMap<>();

    private HolidayLaw(int year) {
        this.year = year;
    }

    static SortedMap<LocalDate, String> holidays(int year) {
        HolidayLaw law = new HolidayLaw(year);
        law.name();
        SortedMap<LocalDate, String> all = new TreeMap<>(law.named);
        law.named.keySet().stream()
                .filter(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY)
                .forEach(day -> all.put(law.afterHolidays(day), "振替休日"));
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> law.named.containsKey(day.minusDays(1)) && law.named.containsKey(day.plusDays(1)))
                .forEach(day -> all.putIfAbsent(day, "国民の休日"));
        return all;
    }

    private LocalDate afterHolidays(LocalDate day) {
        LocalDate next = day.plusDays(1);
        return named.containsKey(next) ? afterHolidays(next) : next;
    }

    /** Article 2, and the special acts for 2019, 2020 and 2021. */
    private void name() {
        on(1, 1, "元日");
        monday(1, 2, "成人の日");
        on(2, 11, "建国記念の日");
        on(3, equinox(20.8431), "春分の日");
        on(4, 29, "昭和の日");
        on(5, 3, "憲法記念日");
        on(5, 4, "みどりの日");
        on(5, 5, "こどもの日");
        monday(9, 3, "敬老の日");
        on(9, equinox(23.2488), "秋分の日");
        on(11, 3, "文化の日");
        on(11, 23, "勤労感謝の日");
        summer();
        emperors();
    }

    private void summer() {
        switch (year) {
            case 2020 -> {
                on(7, 23, "海の日");
                on(7, 24, "スポーツの日");
                on(8, 10, "山の日");
            }
            case 2021 -> {
                on(7, 22, "海の日");
                on(7, 23, "スポーツの日");
                on(8, 8, "山の日");
            }
            default -> {
                monday(7, 3, "海の日");
                monday(10, 2, year < 2020 ? "体育の日" : "スポーツの日");
                if (year > 2015) {
                    on(8, 11, "山の日");
                }
            }
        }
    }

    private void emperors() {
        if (year < 2019) {
            on(12, 23, "天皇誕生日");
        } else if (year == 2019) {
            on(5, 1, "天皇の即位の日");
            on(10, 22, "即位礼正殿の儀の行われる日");
        } else {
            on(2, 23, "天皇誕生日");
        }
    }

    private void on(int month, int day, String name) {
        named.put(LocalDate.of(year, month, day), name);
    }

    private void monday(int month, int ordinal, String name) {
        LocalDate first = LocalDate.of(year, month, 1);
        named.put(first.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY)), name);
    }

    /** The approximation of the astronomical almanac for 1980 to 2099. */
    private int equinox(double of1980) {
        int years = year - 1980;
        return (int) (of1980 + 0.242194 * years) - years / 4;
    }
}
