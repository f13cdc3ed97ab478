package jp.nenkin.local.demo;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import jp.nenkin.local.demo.Career.FormerMembership;
import jp.nenkin.local.demo.DemoFact.Asset;
import jp.nenkin.local.demo.DemoFact.Balance;

/** Draws the members of a fund: the two of the fund's own examples, one of each special case, and ordinary ones. */
final class MemberDraw {
    private static final int MEMBERS = 200;
    private static final int TAKEN_OVER = 40;
    private static final int FIRST_TAKEN_OVER = 1_001;
    private static final LocalDate TAKE_OVER_DAY = LocalDate.of(2021, 3, 31);
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 4, 1);
    private static final LocalDate END = DemoFund.LAST_MONTH.atEndOfMonth();
    // After a merger or a voluntary withdrawal a balance earns on; those wait until the ledger knows such members.
    private static final List<LossCause> CAUSES = List.of(
            LossCause.RETIREMENT,
            LossCause.RETIREMENT,
            LossCause.RETIREMENT,
            LossCause.DEATH,
            LossCause.DISMISSAL,
            LossCause.OTHER);

    // The algorithm of java.util.Random is part of its specification, so a seed means the same fund for ever.
    private final Random random;
    private final InventedNames names;
    private final List<DemoMember> members = new ArrayList<>();
    private int takenOver;

    MemberDraw(long seed) {
        this.random = new Random(seed);
        this.names = new InventedNames(random);
    }

    List<DemoMember> all() {
        example2020();
        returners();
        leavers();
        oddEntries();
        while (takenOver < TAKEN_OVER) {
            add(establishment(), ordinaryBirth(), career -> ordinaryEnd(takenOver(career), TAKE_OVER_DAY));
        }
        while (members.size() < MEMBERS) {
            add(establishment(), ordinaryBirth(), this::ordinary);
        }
        example2025();
        return members;
    }

    private void example2020() {
        add(
                DemoEstablishment.SECOND_ONLY,
                LocalDate.of(1979, 10, 20),
                career -> career.withUnits(1)
                        .takenOver(
                                DemoFund.EXAMPLE_2020,
                                LocalDate.of(2015, 10, 1),
                                LocalDate.of(2019, 3, 31),
                                List.of(new Balance(Plan.SECOND, 0, 43_999)))
                        .lostUnchanged(LocalDate.of(2020, 4, 1), LossCause.RETIREMENT));
    }

    private void example2025() {
        add(
                DemoEstablishment.BOTH,
                DemoFund.EXAMPLE_2025_BORN,
                career -> career.atGrade(300)
                        .takenOver(
                                DemoFund.EXAMPLE_2025,
                                LocalDate.of(2015, 4, 1),
                                LocalDate.of(2024, 3, 31),
                                List.of(new Balance(Plan.FIRST, 0, 100_000), new Balance(Plan.SECOND, 0, 50_000))));
    }

    /** Back after too short a membership, within a month, and after a 31 March that is credited on coming back. */
    private void returners() {
        add(
                DemoEstablishment.FIRST_ONLY,
                ordinaryBirth(),
                career -> career.enrolled(FIRST_DAY)
                        .lost(LocalDate.of(2022, 9, 16), LossCause.REENROLMENT)
                        .enrolled(LocalDate.of(2023, 2, 10))
                        .until(END));
        add(
                DemoEstablishment.FIRST_ONLY,
                ordinaryBirth(),
                career -> takenOver(career)
                        .lost(LocalDate.of(2024, 10, 16), LossCause.REENROLMENT)
                        .enrolled(LocalDate.of(2024, 10, 20))
                        .until(END));
        add(
                DemoEstablishment.BOTH,
                ordinaryBirth(),
                career -> takenOver(career)
                        .lost(LocalDate.of(2022, 11, 10), LossCause.RETIREMENT)
                        .enrolled(LocalDate.of(2023, 6, 1))
                        .until(END));
    }

    /** Lost on 1 April, so that 31 March is credited once; at 65; and filed after the month was run. */
    private void leavers() {
        add(
                DemoEstablishment.BOTH,
                ordinaryBirth(),
                career -> career.enrolled(FIRST_DAY).lost(LocalDate.of(2023, 4, 1), LossCause.RETIREMENT));
        LocalDate birth = LocalDate.of(1957, 8, 15).plusDays(random.nextInt(300));
        add(
                establishment(),
                birth,
                career -> takenOver(career).lost(birth.plusYears(65).minusDays(1), LossCause.AGE_65));
        add(
                DemoEstablishment.SECOND_ONLY,
                ordinaryBirth(),
                career -> career.enrolled(FIRST_DAY).lostLate(LocalDate.of(2024, 7, 11), LossCause.RETIREMENT));
    }

    /** Filed late within a year and over a 31 March, filed as data. */
    private void oddEntries() {
        add(
                DemoEstablishment.FIRST_ONLY,
                ordinaryBirth(),
                career -> career.enrolledLate(LocalDate.of(2022, 11, 5), YearMonth.of(2023, 6))
                        .until(END));
        add(
                DemoEstablishment.BOTH,
                ordinaryBirth(),
                career -> career.enrolledLate(LocalDate.of(2024, 6, 17), YearMonth.of(2024, 9))
                        .until(END));
        for (DemoEstablishment at : DemoEstablishment.values()) {
            add(
                    new Career(random, at, FilingChannel.DATA),
                    at,
                    ordinaryBirth(),
                    career -> career.enrolled(dayAfter(FIRST_DAY)).until(END));
        }
        oddTakeOvers();
    }

    /** Who brought an asset from another plan, and who was here before. */
    private void oddTakeOvers() {
        add(
                DemoEstablishment.BOTH,
                ordinaryBirth(),
                career -> career.takenOver(
                                takenOverNumber(),
                                new FormerMembership(
                                        LocalDate.of(2018, 10, 1),
                                        List.of(),
                                        List.of(new Asset(1, LocalDate.of(2018, 12, 10), "架空企業年金連合", 84))),
                                TAKE_OVER_DAY,
                                List.of(balance(Plan.FIRST, 0), balance(Plan.SECOND, 0), balance(Plan.FIRST, 1)))
                        .until(END));
        add(
                DemoEstablishment.FIRST_ONLY,
                ordinaryBirth(),
                career -> career.takenOver(
                                takenOverNumber(),
                                new FormerMembership(
                                        LocalDate.of(2016, 7, 1),
                                        List.of(new MembershipPeriod(
                                                LocalDate.of(2009, 4, 1), LocalDate.of(2013, 10, 1))),
                                        List.of()),
                                TAKE_OVER_DAY,
                                List.of(balance(Plan.FIRST, 0)))
                        .until(END));
    }

    private void ordinary(Career career) {
        LocalDate acquiredOn = random.nextInt(100) < 70 ? FIRST_DAY : dayAfter(FIRST_DAY);
        ordinaryEnd(career.enrolled(acquiredOn), acquiredOn);
    }

    private void ordinaryEnd(Career career, LocalDate since) {
        LocalDate lostOn = dayAfter(since.plusMonths(2));
        if (random.nextInt(100) >= 15 || !lostOn.isBefore(END)) {
            career.until(END);
        } else if (random.nextInt(100) < 15 && lostOn.getMonth() != Month.MARCH) {
            career.lostLate(lostOn, cause());
        } else {
            career.lost(lostOn, cause());
        }
    }

    private Career takenOver(Career career) {
        LocalDate acquiredOn = LocalDate.of(2005 + random.nextInt(14), 4, 1).plusMonths(random.nextInt(12));
        List<Balance> balances =
                career.at().plans().stream().map(plan -> balance(plan, 0)).toList();
        return career.takenOver(takenOverNumber(), acquiredOn, TAKE_OVER_DAY, balances);
    }

    private String takenOverNumber() {
        return "%010d".formatted(FIRST_TAKEN_OVER + takenOver++);
    }

    private Balance balance(Plan plan, int ordinal) {
        return new Balance(plan, ordinal, 30_000L + random.nextInt(1_500_000));
    }

    private void add(DemoEstablishment at, LocalDate birthDate, Consumer<Career> life) {
        add(new Career(random, at, FilingChannel.PAPER), at, birthDate, life);
    }

    private void add(Career career, DemoEstablishment at, LocalDate birthDate, Consumer<Career> life) {
        life.accept(career);
        String key = "m%03d".formatted(members.size());
        members.add(new DemoMember(key, names.next(), birthDate, at, career.facts()));
    }

    /** Of age at every entry drawn, and under 65 to the end. */
    private LocalDate ordinaryBirth() {
        return LocalDate.of(1963, 1, 1).plusDays(random.nextInt(23 * 365));
    }

    private DemoEstablishment establishment() {
        List<DemoEstablishment> all = List.of(DemoEstablishment.values());
        return all.get(random.nextInt(all.size()));
    }

    private LossCause cause() {
        return CAUSES.get(random.nextInt(CAUSES.size()));
    }

    private LocalDate dayAfter(LocalDate first) {
        long days = ChronoUnit.DAYS.between(first, END);
        return days < 2 ? END : first.plusDays(1 + random.nextInt((int) days - 1));
    }
}
