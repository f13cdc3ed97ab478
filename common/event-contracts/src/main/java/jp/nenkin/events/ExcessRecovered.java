package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What was paid too much for a plan came back to the fund; the balance stays as it is.
 *
 * @param decisionId the officers' decision, one for all accounts of the plan
 * @param recovered yen of it that had been taken out of this account
 * @param rounding yen of it that payments had added by rounding up; the same on all accounts of the plan
 * @param planRecovered yen that came back for the plan
 * @param excess yen of the account still paid too much
 */
public record ExcessRecovered(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        UUID decisionId,
        long recovered,
        long rounding,
        long planRecovered,
        long excess)
        implements AccountEvent {

    public ExcessRecovered {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(decisionId, "decisionId");
    }
}
