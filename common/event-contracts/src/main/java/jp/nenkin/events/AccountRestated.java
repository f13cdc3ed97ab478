package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A correction has changed what the account goes on from; the postings that led there precede it.
 *
 * @param standing what the account is
 * @param accruesFrom the day after the last crediting; absent while a balance is awaited
 * @param lostOn the first day without membership; absent while it lasts
 * @param state the account's stored state in Base64, for the ledger's own replay
 * @param filing the filing that made the difference; absent when the fund itself did
 */
public record AccountRestated(
        String memberNumber,
        Plan plan,
        int ordinal,
        LocalDate valueDate,
        long balance,
        AccountStanding standing,
        @Nullable LocalDate accruesFrom,
        @Nullable LocalDate lostOn,
        String state,
        @Nullable Filing filing)
        implements AccountEvent {

    public AccountRestated {
        Checks.memberNumber(memberNumber);
        requireNonNull(plan, "plan");
        Checks.ordinal(ordinal);
        requireNonNull(valueDate, "valueDate");
        requireNonNull(standing, "standing");
        requireNonNull(state, "state");
    }
}
