package jp.nenkin.local.demo;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.local.demo.DemoFact.Asset;
import jp.nenkin.local.demo.DemoFact.Balance;
import jp.nenkin.local.demo.DemoFact.Bases;
import jp.nenkin.local.demo.DemoFact.Receipt;
import org.jspecify.annotations.Nullable;

/** The facts about one member in the making; what is not told is drawn. */
final class Career {
    /** The grades of the standard remuneration, in thousands of yen. */
    private static final int[] GRADES = {
        88, 98, 104, 110, 118, 126, 134, 142, 150, 160, 170, 180, 190, 200, 220, 240, 260, 280, 300, 320, 340, 360, 380,
        410, 440, 470, 500, 530, 560, 590, 620, 650
    };

    private static final int MOST_UNITS = 30;
    private static final int DAYS_UNTIL_RECEIVED = 10;

    private final Random random;
    private final DemoEstablishment at;
    private final FilingChannel channel;
    private final List<DemoFact> facts = new ArrayList<>();
    private LocalDate changedUntil = LocalDate.MIN;
    private int grade;
    private int units;

    Career(Random random, DemoEstablishment at, FilingChannel channel) {
        this.random = random;
        this.at = at;
        this.channel = channel;
        this.grade = 6 + random.nextInt(GRADES.length - 12);
        this.units = 1 + random.nextInt(MOST_UNITS / 2);
    }

    DemoEstablishment at() {
        return at;
    }

    List<DemoFact> facts() {
        return facts;
    }

    Career enrolled(LocalDate acquiredOn) {
        return enrolled(acquiredOn, YearMonth.from(acquiredOn), receipt(acquiredOn));
    }

    /** Filed long after the event, when months were run or even credited without it. */
    Career enrolledLate(LocalDate acquiredOn, YearMonth filedIn) {
        return enrolled(acquiredOn, filedIn, receivedIn(filedIn));
    }

    private Career enrolled(LocalDate acquiredOn, YearMonth filedIn, Receipt receipt) {
        facts.add(new DemoFact.Enrolment(filedIn, acquiredOn, bases(), receipt));
        changedUntil = filedIn.isAfter(YearMonth.from(acquiredOn)) ? filedIn.atEndOfMonth() : acquiredOn;
        return this;
    }

    /** Taken over with balances at a 31 March. */
    Career takenOver(String number, LocalDate acquiredOn, LocalDate creditedOn, List<Balance> balances) {
        return takenOver(number, new FormerMembership(acquiredOn, List.of(), List.of()), creditedOn, balances);
    }

    /** A membership in the former system. */
    record FormerMembership(LocalDate acquiredOn, List<MembershipPeriod> earlierPeriods, List<Asset> assets) {}

    Career takenOver(String number, FormerMembership former, LocalDate creditedOn, List<Balance> balances) {
        facts.add(new DemoFact.TakeOver(
                YearMonth.from(creditedOn).plusMonths(1),
                number,
                former.acquiredOn(),
                former.earlierPeriods(),
                bases(),
                former.assets(),
                creditedOn,
                balances));
        changedUntil = creditedOn.plusDays(1);
        return this;
    }

    /** With this base salary in the first plan from the start, instead of a drawn one. */
    Career atGrade(int thousands) {
        grade = 0;
        while (GRADES[grade] != thousands) {
            grade++;
        }
        return this;
    }

    /** With these units in the second plan from the start, instead of drawn ones. */
    Career withUnits(int wanted) {
        units = wanted;
        return this;
    }

    /** Goes on until a day; on some of the days of change between, the base salary becomes another. */
    Career until(LocalDate end) {
        for (LocalDate day = nextDayOfChange(changedUntil); day.isBefore(end); day = nextDayOfChange(day)) {
            if (random.nextInt(100) < 45) {
                change(day, end);
            }
        }
        changedUntil = end;
        return this;
    }

    Career lost(LocalDate lostOn, LossCause cause) {
        return until(lostOn).lostUnchanged(lostOn, cause);
    }

    Career lostUnchanged(LocalDate lostOn, LossCause cause) {
        facts.add(new DemoFact.Loss(YearMonth.from(lostOn), lostOn, cause, receipt(lostOn)));
        return this;
    }

    /** Filed when the month of the loss was run already, but before the next 31 March is credited. */
    Career lostLate(LocalDate lostOn, LossCause cause) {
        until(lostOn);
        YearMonth filedIn = YearMonth.from(lostOn).plusMonths(1);
        facts.add(new DemoFact.Loss(filedIn, lostOn, cause, receivedIn(filedIn)));
        return this;
    }

    private void change(LocalDate day, LocalDate end) {
        step();
        YearMonth month = YearMonth.from(day);
        YearMonth late = month.plusMonths(1 + random.nextInt(2));
        if (random.nextInt(100) < 6 && late.atEndOfMonth().isBefore(end)) {
            facts.add(new DemoFact.BaseSalaryChange(late, day, bases(), receivedIn(late)));
        } else {
            facts.add(new DemoFact.BaseSalaryChange(month, day, bases(), receipt(day)));
        }
    }

    /** One step up or down, never staying where it was. */
    private void step() {
        grade += direction(grade, 0, GRADES.length - 1);
        units += direction(units, 1, MOST_UNITS);
    }

    private int direction(int now, int least, int most) {
        boolean up = random.nextInt(100) < 75;
        return now < most && (up || now == least) ? 1 : -1;
    }

    private Bases bases() {
        return new Bases(first(), at.hasOwnUnits() ? units : null);
    }

    private @Nullable Long first() {
        return at.offersFirst() ? GRADES[grade] * 1_000L : null;
    }

    private Receipt receipt(LocalDate event) {
        return received(event.plusDays(2 + random.nextInt(DAYS_UNTIL_RECEIVED)));
    }

    private Receipt receivedIn(YearMonth month) {
        return received(month.atDay(5 + random.nextInt(DAYS_UNTIL_RECEIVED)));
    }

    private Receipt received(LocalDate day) {
        return switch (channel) {
            case PAPER -> new Receipt(FilingChannel.PAPER, day);
            case DATA -> new Receipt(FilingChannel.DATA, null);
        };
    }

    private static LocalDate nextDayOfChange(LocalDate day) {
        LocalDate next = day.plusDays(1);
        Month month = next.getMonth();
        LocalDate april = LocalDate.of(next.getYear(), Month.APRIL, 1);
        LocalDate october = LocalDate.of(next.getYear(), Month.OCTOBER, 1);
        if (!next.isAfter(april)) {
            return april;
        }
        return month.getValue() < 10 || !next.isAfter(october) ? october : april.plusYears(1);
    }
}
