package jp.nenkin.member.filer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** When a delegation is given and ended: one at a time between the same two, and never ended for days gone by. */
record DelegationRules(LocalDate today) {

    /** Refuses a new one beside those of the same establishment and consultant. */
    Optional<Refusal> refuse(LocalDate from, @Nullable LocalDate until, List<Delegation> others) {
        if (until != null && !until.isAfter(from)) {
            return Refusal.because(FilerProblem.DELEGATION_WITHOUT_A_DAY, Map.of("from", from, "until", until));
        }
        return others.stream().anyMatch(other -> other.meets(from, until))
                ? Refusal.because(FilerProblem.DELEGATION_EXISTS, Map.of("from", from))
                : Optional.empty();
    }

    /** What was filed stays filed, so an end is today at the earliest; and it is not put off once it is set. */
    Optional<Refusal> refuseEnd(Delegation ended, LocalDate until) {
        if (until.isBefore(today)) {
            return Refusal.because(FilerProblem.DELEGATION_END_IN_PAST, Map.of("until", until, "today", today));
        }
        LocalDate before = ended.until();
        return before != null && !until.isBefore(before)
                ? Refusal.because(FilerProblem.DELEGATION_ENDED, Map.of("until", before))
                : Optional.empty();
    }
}
