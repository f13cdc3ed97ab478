package jp.nenkin.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import jp.nenkin.events.Plan;

/**
 * A member of the fund whose year is played; the same seed and number give the same member.
 *
 * @param takenOver whether a former system knew the member; else the member joined on the year's first day
 */
record YearMember(
        long number,
        int establishment,
        LocalDate joinedOn,
        LocalDate born,
        boolean takenOver,
        List<YearAccount> accounts) {
    private static final int FIRST_YEAR = 2025;
    private static final int[] THOUSANDS = {
        88, 98, 104, 110, 118, 126, 134, 142, 150, 160, 170, 180, 190, 200, 220, 240, 260, 280, 300, 320, 340, 360, 380,
        410, 440, 470, 500, 530, 560, 590, 620, 650
    };
    private static final int MOST_UNITS = 30;
    private static final int JOINERS = 25;
    private static final int CHANGES = 50;

    YearMember {
        accounts = List.copyOf(accounts);
    }

    /** The first day of the year. */
    static LocalDate firstDay() {
        return LocalDate.of(FIRST_YEAR, 4, 1);
    }

    /**
     * Draws a member.
     *
     * @param establishments how many there are
     */
    static YearMember drawn(long seed, long number, int establishments) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        int establishment = random.nextInt(establishments);
        boolean takenOver = random.nextInt(JOINERS) > 0;
        LocalDate joinedOn =
                takenOver ? LocalDate.of(FIRST_YEAR - 30 + random.nextInt(30), 1 + random.nextInt(12), 1) : firstDay();
        LocalDate born = joinedOn.minusYears(20 + random.nextInt(11)).minusDays(random.nextInt(365));
        long months = (firstDay().toEpochDay() - joinedOn.toEpochDay()) / 31;
        List<YearAccount> accounts = new ArrayList<>();
        for (Plan plan : plans(establishment)) {
            accounts.add(account(random, plan, months));
        }
        return new YearMember(number, establishment, joinedOn, born, takenOver, accounts);
    }

    /** Of twenty establishments twelve offer the first plan, three the second, five both. */
    private static List<Plan> plans(int establishment) {
        int kind = establishment % 20;
        if (kind < 12) {
            return List.of(Plan.FIRST);
        }
        return kind < 15 ? List.of(Plan.SECOND) : List.of(Plan.FIRST, Plan.SECOND);
    }

    private static YearAccount account(SplittableRandom random, Plan plan, long months) {
        boolean first = plan == Plan.FIRST;
        int grade = random.nextInt(first ? THOUSANDS.length : MOST_UNITS);
        int next = (grade + 1) % (first ? THOUSANDS.length : MOST_UNITS);
        long base = 1_000L * (first ? THOUSANDS[grade] : grade + 1);
        long later = 1_000L * (first ? THOUSANDS[next] : next + 1);
        boolean changes = random.nextInt(CHANGES) == 0;
        YearAccount account = new YearAccount(plan, 0, base, changes ? later : base);
        long paidIn = months * account.contribution(0);
        return new YearAccount(plan, paidIn + random.nextLong(1 + paidIn / 4), account.base(), account.octoberBase());
    }

    /** The same with the first of the accounts alone. */
    YearMember withOneAccount() {
        return new YearMember(number, establishment, joinedOn, born, takenOver, accounts.subList(0, 1));
    }

    String memberNumber() {
        return "%010d".formatted(number);
    }

    String establishmentNumber() {
        return establishmentNumber(establishment);
    }

    static String establishmentNumber(int establishment) {
        return "%07d".formatted(1_000_000 + establishment);
    }
}
