package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fund owes a member who has left, binding until a later quote of the member takes its place.
 *
 * @param number counts the member's quotes from 1
 * @param replaces the number of the quote that no longer holds
 * @param life how many times the member's balances were paid before those that are quoted
 * @param lostOn the first day without membership; absent where nothing is due
 * @param asOf the day of the balances; absent where nothing is due
 * @param months months of membership
 * @param creditedMonths months that transferred assets carry
 * @param total what a lump sum comes to, in yen
 * @param quotedOn the day on which the quote was made
 */
public record BenefitQuoted(
        String memberNumber,
        int number,
        @Nullable Integer replaces,
        QuoteBasis basis,
        int life,
        @Nullable LocalDate lostOn,
        @Nullable LocalDate asOf,
        int months,
        int creditedMonths,
        List<PlanQuote> plans,
        long total,
        LocalDate quotedOn)
        implements LedgerEvent {

    public BenefitQuoted {
        Checks.memberNumber(memberNumber);
        requireNonNull(basis, "basis");
        requireNonNull(quotedOn, "quotedOn");
        plans = List.copyOf(plans);
    }

    @Override
    public String key() {
        return memberNumber;
    }

    /**
     * A plan's part.
     *
     * @param balance the balances of its accounts together, in yen
     * @param lumpSum the balance rounded up to 100 yen
     */
    public record PlanQuote(Plan plan, List<AccountQuote> accounts, long balance, long lumpSum) {

        public PlanQuote {
            requireNonNull(plan, "plan");
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * An account's part, in yen.
     *
     * @param interest what was credited on the day of the balances, contained in them
     */
    public record AccountQuote(int ordinal, long interest, long balance) {

        public AccountQuote {
            Checks.ordinal(ordinal);
        }
    }
}
