package jp.nenkin.ledger.oracle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** All accounts of a person as they should be, and what a lump sum comes to. */
record Picture(List<Account> accounts, List<LumpSum> lumpSums) {
    /**
     * Which account.
     *
     * @param life 0, and one more after each payment
     * @param subAccount 0 for the plan's ordinary account, else the transferred asset's number
     */
    record AccountKey(int life, Plan plan, int subAccount) {}

    /**
     * One credit of interest.
     *
     * @param exact what the formula gives before it is rounded up
     * @param balance right after the credit
     */
    record Credit(Fraction exact, long interest, long balance) {}

    /** An amount received from outside: an asset transferred in, or a balance taken over. */
    record Received(LocalDate on, long amount) {}

    /**
     * One account.
     *
     * @param contributions by the month that they are for
     * @param credits by crediting date
     * @param balance after a payment 0
     * @param paidOut what the payment took
     */
    record Account(
            AccountKey key,
            @Nullable Received takenOver,
            @Nullable Received transferred,
            SortedMap<YearMonth, Long> contributions,
            SortedMap<LocalDate, Credit> credits,
            long balance,
            long paidOut,
            Standing standing) {

        Credit credit(String day) {
            return Optional.ofNullable(credits.get(LocalDate.parse(day))).orElseThrow();
        }
    }

    /** A plan's balances together, rounded up to the unit. */
    record LumpSum(int life, Plan plan, long amount) {}

    /** A row of a year's statement: ① opening ② credited ③ interest ④ closing ⑤ base salary. */
    record Figures(AccountKey key, long opening, long credited, long interest, long closing, long base) {
        Figures {
            if (closing != opening + credited + interest) {
                throw new IllegalArgumentException("④ is not ① + ② + ③ of " + key);
            }
        }
    }

    Account account(AccountKey key) {
        return accounts.stream()
                .filter(account -> account.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    Account account(Plan plan, int subAccount) {
        return account(new AccountKey(0, plan, subAccount));
    }

    long lumpSum(int life) {
        return lumpSums.stream()
                .filter(sum -> sum.life() == life)
                .mapToLong(LumpSum::amount)
                .sum();
    }

    /** What a later picture of the same person would pay more (or, below 0, less) for a life, by plan. */
    Map<Plan, Long> shortfallIn(Picture later, int life) {
        return Map.of(
                Plan.FIRST, later.lumpSum(life, Plan.FIRST) - lumpSum(life, Plan.FIRST),
                Plan.SECOND, later.lumpSum(life, Plan.SECOND) - lumpSum(life, Plan.SECOND));
    }

    private long lumpSum(int life, Plan plan) {
        return lumpSums.stream()
                .filter(sum -> sum.life() == life && sum.plan() == plan)
                .mapToLong(LumpSum::amount)
                .sum();
    }
}
