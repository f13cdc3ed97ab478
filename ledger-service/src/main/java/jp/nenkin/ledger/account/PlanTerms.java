package jp.nenkin.ledger.account;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jp.nenkin.ledger.contribution.ContributionRates;
import jp.nenkin.ledger.interest.RateTerms;

/**
 * The figures of the fund's rules that decisions depend on, each from a day on; read once at start.
 *
 * @param creditingRates how a year's rate is settled
 */
public record PlanTerms(ContributionRates contributionRates, RateTerms creditingRates, List<PlanRules> rules) {
    public PlanTerms {
        rules = rules.stream()
                .sorted(Comparator.comparing(PlanRules::effectiveFrom).reversed())
                .toList();
    }

    /**
     * The rules in effect on a day.
     *
     * @throws IllegalStateException when none are
     */
    public PlanRules on(LocalDate day) {
        for (PlanRules each : rules) {
            if (!each.effectiveFrom().isAfter(day)) {
                return each;
            }
        }
        throw new IllegalStateException("no rules of the plans are in effect on " + day);
    }
}
