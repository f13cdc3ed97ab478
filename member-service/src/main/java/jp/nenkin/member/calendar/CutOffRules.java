package jp.nenkin.member.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.member.plan.Refusal;

/** Whether these are the cut-offs of a fiscal year: one for a type and channel, within the twelve months after it. */
record CutOffRules(int fiscalYear) {

    Optional<Refusal> refuse(List<CutOff> cutOffs) {
        Set<List<Object>> named = new HashSet<>();
        for (CutOff cutOff : cutOffs) {
            if (!named.add(List.of(cutOff.type(), cutOff.channel()))) {
                return Refusal.because(
                        CalendarProblem.CUT_OFF_REPEATED, Map.of("type", cutOff.type(), "channel", cutOff.channel()));
            }
            if (cutOff.lastDay().isBefore(earliest()) || cutOff.lastDay().isAfter(latest())) {
                return Refusal.because(
                        CalendarProblem.CUT_OFF_OUTSIDE_YEAR,
                        Map.of("lastDay", cutOff.lastDay(), "earliest", earliest(), "latest", latest()));
            }
        }
        return Optional.empty();
    }

    /** The day that the notice tells of. */
    private LocalDate earliest() {
        return LocalDate.of(fiscalYear + 1, Month.MARCH, 31);
    }

    private LocalDate latest() {
        return earliest().plusYears(1).minusDays(1);
    }
}
