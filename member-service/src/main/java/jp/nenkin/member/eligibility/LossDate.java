package jp.nenkin.member.eligibility;

import java.time.LocalDate;
import jp.nenkin.member.plan.Age;
import jp.nenkin.member.plan.PlanData;

/** The date of loss (資格喪失日), the first day without membership. Source: domain rules, section 4. */
public final class LossDate {
    private LossDate() {}

    /**
     * The date of loss by what ended the membership: the day after retirement or death, the day itself of a transfer,
     * the day before the 65th birthday, 28 February for who was born on the 29th.
     */
    public static LocalDate of(LossEvent event, PlanData plan) {
        return switch (event) {
            case LossEvent.Retirement(LocalDate lastDay) -> lastDay.plusDays(1);
            case LossEvent.Death(LocalDate day) -> day.plusDays(1);
            case LossEvent.EmploymentTransfer(LocalDate day) -> day;
            case LossEvent.AgeLimit(LocalDate birthDate) -> byAge(birthDate, plan);
            case LossEvent.Other(LocalDate lostOn) -> lostOn;
        };
    }

    /** By the age limit that holds on the day on which it is attained. */
    private static LocalDate byAge(LocalDate birthDate, PlanData plan) {
        LocalDate attained = Age.attainedOn(birthDate, plan.agesOn(birthDate).limit());
        return Age.attainedOn(birthDate, plan.agesOn(attained).limit());
    }
}
