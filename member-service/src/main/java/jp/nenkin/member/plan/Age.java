package jp.nenkin.member.plan;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;

/** Age as the law counts it: attained the day before the birthday (年齢計算ニ関スル法律). */
public final class Age {
    private static final MonthDay LEAP_DAY = MonthDay.of(Month.FEBRUARY, 29);

    private Age() {}

    /** The day on which a person born on a day attains an age; who was born on 29 February does on 28 February. */
    public static LocalDate attainedOn(LocalDate birthDate, int years) {
        if (MonthDay.from(birthDate).equals(LEAP_DAY)) {
            return LocalDate.of(birthDate.getYear() + years, Month.FEBRUARY, 28);
        }
        return birthDate.plusYears(years).minusDays(1);
    }
}
