package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.plan.Age;
import jp.nenkin.member.plan.PlanData;
import jp.nenkin.member.plan.Refusal;

/** Whether somebody may be a member by age on a day. */
public record AgeRules(PlanData plan) {
    // Nobody born earlier is below the age limit on any day that a filing can name.
    private static final int EARLIEST_BIRTH_YEAR = 1900;

    /** Refuses who is too young on the day of acquisition, and who has reached the age limit on it. */
    public Optional<Refusal> refuse(LocalDate birthDate, LocalDate acquiredOn) {
        var ages = plan.agesOn(acquiredOn);
        if (birthDate.getYear() < EARLIEST_BIRTH_YEAR
                || Age.attainedOn(birthDate, ages.youngest()).isAfter(acquiredOn)) {
            return Refusal.because(
                    FilingProblem.BIRTH_DATE_IMPLAUSIBLE,
                    Map.of("birthDate", birthDate, "acquiredOn", acquiredOn, "youngest", ages.youngest()));
        }
        LocalDate limit = Age.attainedOn(birthDate, ages.limit());
        return acquiredOn.isBefore(limit)
                ? Optional.empty()
                : Refusal.because(
                        FilingProblem.AGE_LIMIT_REACHED,
                        Map.of("acquiredOn", acquiredOn, "age", ages.limit(), "attainedOn", limit));
    }
}
