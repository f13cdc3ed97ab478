package jp.nenkin.benchmarks;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.nenkin.events.Plan;

/** The fund whose year is played, drawn anew whenever its members are gone through; and what its year must come to. */
final class YearFund {
    private static final int ACCOUNTS_PER_ESTABLISHMENT = 2_000;
    private static final int FEWEST_ESTABLISHMENTS = 40;

    private final long seed;
    private final int accounts;
    private final int establishments;

    YearFund(long seed, int accounts) {
        this.seed = seed;
        this.accounts = accounts;
        this.establishments = Math.max(FEWEST_ESTABLISHMENTS, accounts / ACCOUNTS_PER_ESTABLISHMENT);
    }

    int accounts() {
        return accounts;
    }

    /** Goes through all members in the order of their numbers. */
    void each(Consumer<YearMember> visitor) {
        int left = accounts;
        for (long number = 1; left > 0; number++) {
            YearMember member = YearMember.drawn(seed, number, establishments);
            if (member.accounts().size() > left) {
                member = member.withOneAccount();
            }
            left -= member.accounts().size();
            visitor.accept(member);
        }
    }

    /** A member by number; of the last one perhaps an account too many. */
    YearMember member(long number) {
        return YearMember.drawn(seed, number, establishments);
    }

    /** What an establishment and plan must come to. */
    record Group(String establishment, Plan plan) {}

    /** Sums of accounts, in yen. */
    static final class Sums {
        private long accounts;
        private long opening;
        private final long[] contributions = new long[12];
        private long interest;

        private void add(YearAccount account, long tenthsOfPercent) {
            accounts++;
            opening += account.opening();
            for (int month = 0; month < contributions.length; month++) {
                contributions[month] += account.contribution(month);
            }
            interest += account.interest(tenthsOfPercent);
        }

        private void add(Sums other) {
            accounts += other.accounts;
            opening += other.opening;
            for (int month = 0; month < contributions.length; month++) {
                contributions[month] += other.contributions[month];
            }
            interest += other.interest;
        }

        long accounts() {
            return accounts;
        }

        long contributions(int month) {
            return contributions[month];
        }

        long credited() {
            long credited = 0;
            for (long month : contributions) {
                credited += month;
            }
            return credited;
        }

        long interest() {
            return interest;
        }

        long closing() {
            return opening + credited() + interest;
        }
    }

    /**
     * What the year must come to.
     *
     * @param takenOver accounts that come with a balance
     * @param changes base salaries that are others from October
     */
    record Expected(long members, long takenOverMembers, long takenOver, long changes, Map<Group, Sums> groups) {
        Expected {
            groups = Map.copyOf(groups);
        }

        Sums all() {
            Sums all = new Sums();
            groups.values().forEach(all::add);
            return all;
        }

        Map<Plan, Sums> plans() {
            Map<Plan, Sums> plans = new EnumMap<>(Plan.class);
            groups.forEach((group, sums) ->
                    plans.computeIfAbsent(group.plan(), none -> new Sums()).add(sums));
            return plans;
        }

        Set<String> establishments() {
            Set<String> numbers = new HashSet<>();
            groups.keySet().forEach(group -> numbers.add(group.establishment()));
            return numbers;
        }
    }

    Expected expected(long tenthsOfPercent) {
        Map<Group, Sums> groups = new HashMap<>();
        long[] counts = new long[4];
        each(member -> {
            counts[0]++;
            counts[1] += member.takenOver() ? 1 : 0;
            counts[2] += member.takenOver() ? member.accounts().size() : 0;
            for (YearAccount account : member.accounts()) {
                counts[3] += account.changes() ? 1 : 0;
                groups.computeIfAbsent(new Group(member.establishmentNumber(), account.plan()), none -> new Sums())
                        .add(account, tenthsOfPercent);
            }
        });
        return new Expected(counts[0], counts[1], counts[2], counts[3], groups);
    }
}
