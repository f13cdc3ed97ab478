package jp.nenkin.member.plan;

import java.time.LocalDate;
import java.time.Month;

/** The days on which a base salary takes effect: 1 April for April–September, 1 October for October–March. */
public final class BaseSalaryDay {
    private BaseSalaryDay() {}

    public static boolean is(LocalDate day) {
        return day.getDayOfMonth() == 1 && (day.getMonth() == Month.APRIL || day.getMonth() == Month.OCTOBER);
    }
}
