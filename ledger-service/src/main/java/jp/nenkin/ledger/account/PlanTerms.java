package jp.nenkin.ledger.account;

import java.time.LocalDate;
import jp.nenkin.ledger.contribution.ContributionRates;

/**
 * The figures of the fund's rules that decisions depend on; they are plan data, read once at start.
 *
 * @param monthsForRight months of membership that give a right to a benefit
 * @param monthsForRightWithTransfer the same for a member who brought an asset from another plan
 * @param waitingCapFrom who joined on this day or later earns at a capped rate after a loss
 */
public record PlanTerms(
        ContributionRates contributionRates,
        int monthsForRight,
        int monthsForRightWithTransfer,
        LocalDate waitingCapFrom) {}
