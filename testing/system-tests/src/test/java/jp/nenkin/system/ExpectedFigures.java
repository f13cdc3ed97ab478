package jp.nenkin.system;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.nenkin.events.Plan;
import jp.nenkin.local.demo.DemoFact.BaseSalaryChange;
import jp.nenkin.local.demo.DemoFact.Bases;
import jp.nenkin.local.demo.DemoFact.Enrolment;
import jp.nenkin.local.demo.DemoFact.Loss;
import jp.nenkin.local.demo.DemoFact.TakeOver;
import jp.nenkin.local.demo.DemoMember;
import org.jspecify.annotations.Nullable;

/**
 * A member's figures computed a second time, from what was filed and the printed formula, in fractions; shares nothing
 * with the ledger. It takes no shortcut: every crediting looks at every amount.
 *
 * <pre>interest = ceil( A1 × B × C1/12 + Σ A2 × B × C2/12 )</pre>
 *
 * @param rates percent a year, by fiscal year
 * @param through the last month whose contributions are run
 * @param creditedThrough the last fiscal year whose 31 March is credited
 */
record ExpectedFigures(Map<Integer, String> rates, YearMonth through, int creditedThrough) {
    /** Months of membership without which a loss leaves no right to a benefit. */
    private static final int MONTHS_FOR_RIGHT = 36;

    /** One account of a member. */
    record Account(Plan plan, int ordinal) {}

    /** An account's figures: what was credited when, and what it comes to. */
    record Figures(NavigableMap<LocalDate, Long> interest, NavigableMap<LocalDate, Long> closings, long balance) {}

    /** An amount, the month it is for and the day it counts from. */
    private record Amount(YearMonth month, LocalDate day, long yen) {}

    /** A membership; without an end while it goes on. */
    private record Period(LocalDate acquiredOn, @Nullable LocalDate lostOn) {
        boolean hasMonth(YearMonth month) {
            return !month.isBefore(YearMonth.from(acquiredOn))
                    && (lostOn == null || month.isBefore(YearMonth.from(lostOn)));
        }

        long months(LocalDate lost) {
            return ChronoUnit.MONTHS.between(YearMonth.from(acquiredOn), YearMonth.from(lost));
        }
    }

    /** The figures of all accounts that a member has. */
    Map<Account, Figures> of(DemoMember member) {
        Map<Account, Figures> figures = new LinkedHashMap<>();
        for (Plan plan : member.establishment().plans()) {
            figures.put(new Account(plan, 0), new Life(member, plan, 0).figures());
        }
        takeOver(member)
                .ifPresent(taken -> taken.assets()
                        .forEach(asset -> figures.put(
                                new Account(Plan.FIRST, asset.ordinal()),
                                new Life(member, Plan.FIRST, asset.ordinal()).figures())));
        return figures;
    }

    Figures of(DemoMember member, Account account) {
        return Objects.requireNonNull(of(member).get(account), () -> member + " has no " + account);
    }

    private String rate(LocalDate date) {
        return Objects.requireNonNull(rates.get(fiscalYear(date)), () -> "no rate on " + date);
    }

    private static Optional<TakeOver> takeOver(DemoMember member) {
        return member.facts().getFirst() instanceof TakeOver taken ? Optional.of(taken) : Optional.empty();
    }

    /** One account from its first day on. */
    private final class Life {
        private final DemoMember member;
        private final Plan plan;
        private final int ordinal;
        private final List<Period> periods;
        private final List<Amount> amounts;
        private final NavigableMap<LocalDate, Long> interest = new TreeMap<>();
        private final NavigableMap<LocalDate, Long> closings = new TreeMap<>();

        Life(DemoMember member, Plan plan, int ordinal) {
            this.member = member;
            this.plan = plan;
            this.ordinal = ordinal;
            this.periods = periods();
            this.amounts = ordinal == 0 ? contributions() : List.of();
        }

        Figures figures() {
            long opening = opening();
            LocalDate from = start();
            for (LocalDate date : creditingDates()) {
                from = resumedBetween(from, date).orElse(from);
                long credited = interest(opening, from, date);
                long closing = opening + sum(from, date) + credited;
                if (closing != 0) {
                    interest.put(date, credited);
                    closings.put(date, closing);
                }
                opening = closing;
                from = date.plusDays(1);
            }
            return new Figures(interest, closings, opening + sum(from, LocalDate.MAX));
        }

        /** A1 × B × C1/12 + Σ A2 × B × C2/12, rounded up once. */
        private long interest(long opening, LocalDate from, LocalDate date) {
            Fraction rate = Fraction.decimal(rate(date)).times(Fraction.of(1, 100));
            Fraction sum = part(opening, rate, YearMonth.from(from), date);
            for (Amount amount : amounts) {
                if (!amount.day().isBefore(from) && !amount.day().isAfter(date)) {
                    sum = sum.plus(part(amount.yen(), rate, amount.month(), date));
                }
            }
            return sum.ceiling();
        }

        private Fraction part(long yen, Fraction rate, YearMonth first, LocalDate date) {
            long months = ChronoUnit.MONTHS.between(first, YearMonth.from(date)) + 1;
            return Fraction.of(yen, 1).times(rate).times(Fraction.of(months, 12));
        }

        private long sum(LocalDate from, LocalDate to) {
            return amounts.stream()
                    .filter(amount ->
                            !amount.day().isBefore(from) && !amount.day().isAfter(to))
                    .mapToLong(Amount::yen)
                    .sum();
        }

        /** Who came back after too short a membership: the months between do not count. */
        private Optional<LocalDate> resumedBetween(LocalDate from, LocalDate date) {
            for (int i = 1; i < periods.size(); i++) {
                LocalDate back = periods.get(i).acquiredOn();
                boolean between = back.isAfter(from) && !back.isAfter(date);
                if (between && !hadRight(i - 1)) {
                    return Optional.of(back);
                }
            }
            return Optional.empty();
        }

        private Set<LocalDate> creditingDates() {
            Set<LocalDate> dates = new TreeSet<>();
            for (int year = fiscalYear(start()); year <= creditedThrough; year++) {
                LocalDate march = LocalDate.of(year + 1, Month.MARCH, 31);
                if (earnsOn(march)) {
                    dates.add(march);
                }
            }
            periods.forEach(period -> {
                if (period.lostOn() != null && !period.lostOn().isBefore(start())) {
                    dates.add(period.lostOn().minusDays(1));
                }
            });
            return dates;
        }

        /** A member earns, and between two memberships who has a right to a benefit. */
        private boolean earnsOn(LocalDate day) {
            for (int i = 0; i < periods.size(); i++) {
                Period period = periods.get(i);
                boolean begun = !day.isBefore(period.acquiredOn());
                if (begun && (period.lostOn() == null || day.isBefore(period.lostOn()))) {
                    return true;
                }
                boolean comesBack = i + 1 < periods.size()
                        && day.isBefore(periods.get(i + 1).acquiredOn());
                if (begun && comesBack && hadRight(i)) {
                    return true;
                }
            }
            return false;
        }

        private boolean hadRight(int period) {
            Period ended = periods.get(period);
            return ended.lostOn() != null && ended.months(ended.lostOn()) >= MONTHS_FOR_RIGHT;
        }

        private long opening() {
            return takeOver(member)
                    .flatMap(taken -> taken.balances().stream()
                            .filter(balance -> balance.plan() == plan && balance.ordinal() == ordinal)
                            .findFirst())
                    .map(balance -> balance.yen())
                    .orElse(0L);
        }

        private LocalDate start() {
            return takeOver(member)
                    .map(taken -> taken.creditedOn().plusDays(1))
                    .orElse(periods.getFirst().acquiredOn());
        }

        private List<Period> periods() {
            List<Period> found = new ArrayList<>();
            member.facts().forEach(fact -> {
                switch (fact) {
                    case Enrolment enrolment -> found.add(new Period(enrolment.acquiredOn(), null));
                    case TakeOver taken -> found.add(new Period(taken.acquiredOn(), null));
                    case Loss loss -> found.add(new Period(found.removeLast().acquiredOn(), loss.lostOn()));
                    case BaseSalaryChange _ -> {}
                }
            });
            return found;
        }

        /** One contribution a month, of the base salary that held on its first day or at the joining. */
        private List<Amount> contributions() {
            List<Amount> found = new ArrayList<>();
            YearMonth first = YearMonth.from(start());
            for (YearMonth month = first; !month.isAfter(through); month = month.plusMonths(1)) {
                for (Period period : periods) {
                    if (period.hasMonth(month)) {
                        LocalDate day = latest(month.atDay(1), period.acquiredOn());
                        found.add(new Amount(month, day, contribution(baseSalary(month))));
                    }
                }
            }
            return found;
        }

        private long contribution(long baseSalary) {
            return switch (plan) {
                case FIRST -> Math.divideExact(baseSalary * 11, 1_000);
                case SECOND -> baseSalary;
            };
        }

        private long baseSalary(YearMonth month) {
            TreeMap<LocalDate, Long> filed = new TreeMap<>();
            member.facts().forEach(fact -> {
                switch (fact) {
                    case Enrolment enrolment -> filed.put(enrolment.acquiredOn(), yen(enrolment.bases()));
                    case TakeOver taken -> filed.put(taken.acquiredOn(), yen(taken.bases()));
                    case BaseSalaryChange change -> filed.put(change.effectiveFrom(), yen(change.bases()));
                    case Loss _ -> {}
                }
            });
            return filed.floorEntry(month.atEndOfMonth()).getValue();
        }

        private long yen(Bases filed) {
            return switch (plan) {
                case FIRST -> filed.first() == null ? -1 : filed.first();
                case SECOND -> filed.secondUnits() == null ? 1_000 : filed.secondUnits() * 1_000L;
            };
        }
    }

    private static int fiscalYear(LocalDate day) {
        return day.getMonthValue() < 4 ? day.getYear() - 1 : day.getYear();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
