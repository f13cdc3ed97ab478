package jp.nenkin.member.establishment;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.member.establishment.EstablishmentHistory.SetTerms;
import jp.nenkin.member.plan.BaseSalaryDay;
import jp.nenkin.member.plan.Refusal;

/**
 * Which terms may follow which.
 *
 * <p>While nobody was ever a member, any. From then on the plans stay, because an enrolment alone opens an account and
 * a loss alone ends one; and the units of everybody stay, because each member's base salary changes by a filing of its
 * own. So a fixed course may become a variable one, on a day on which base salaries change; units are filed after it.
 */
record TermsRules(boolean hasMembers) {

    Optional<Refusal> refuse(SetTerms latest, EstablishmentTerms next, LocalDate from) {
        if (latest.from() != null && from.isBefore(latest.from())) {
            return Refusal.because(
                    EstablishmentProblem.TERMS_BEFORE_OTHERS, Map.of("from", from, "latest", latest.from()));
        }
        if (next.equals(latest.terms())) {
            return Refusal.because(EstablishmentProblem.TERMS_UNCHANGED, Map.of());
        }
        return hasMembers ? refuseWithMembers(latest.terms(), next, from) : Optional.empty();
    }

    private static Optional<Refusal> refuseWithMembers(
            EstablishmentTerms before, EstablishmentTerms next, LocalDate from) {
        if (before.offersFirst() != next.offersFirst() || offersSecond(before) != offersSecond(next)) {
            return Refusal.because(EstablishmentProblem.PLANS_STAY, Map.of());
        }
        if (!(next.second() instanceof SecondPlan.Variable)) {
            return Refusal.because(EstablishmentProblem.UNITS_FILED_PER_MEMBER, Map.of());
        }
        return BaseSalaryDay.is(from)
                ? Optional.empty()
                : Refusal.because(EstablishmentProblem.TERMS_DAY_NOT_ALLOWED, Map.of("from", from));
    }

    private static boolean offersSecond(EstablishmentTerms terms) {
        return !(terms.second() instanceof SecondPlan.NotOffered);
    }
}
