package jp.nenkin.system;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.local.demo.DemoEstablishment;
import jp.nenkin.local.demo.DemoFact;
import jp.nenkin.local.demo.DemoFact.Balance;
import jp.nenkin.local.demo.DemoFact.BaseSalaryChange;
import jp.nenkin.local.demo.DemoFact.Bases;
import jp.nenkin.local.demo.DemoFact.Enrolment;
import jp.nenkin.local.demo.DemoFact.Loss;
import jp.nenkin.local.demo.DemoFact.Receipt;
import jp.nenkin.local.demo.DemoFact.TakeOver;
import jp.nenkin.local.demo.DemoMember;
import org.jspecify.annotations.Nullable;

/** The members that the tests bring into the demo fund, each for one worked example of the fund's rules. */
record Cast(
        DemoMember fiveYears,
        DemoMember lostInOctober,
        DemoMember creditedLate,
        DemoMember enrolledLate,
        DemoMember newcomer,
        DemoMember drawn,
        DemoMember lostBeforeCredit,
        DemoMember lostWithoutRate) {

    private static final LocalDate MARCH_2024 = LocalDate.of(2024, 3, 31);
    private static final Bases BASE_300 = new Bases(300_000L, null);

    /**
     * The members.
     *
     * @param random draws the balance that is computed independently
     */
    static Cast with(Random random) {
        return new Cast(
                member("five years", DemoEstablishment.BOTH, enrolment(LocalDate.of(2021, 4, 1), BASE_300, 8)),
                member(
                        "lost in October",
                        DemoEstablishment.FIRST_ONLY,
                        takeOver("0000003001", MARCH_2024, 100_000),
                        loss(LocalDate.of(2024, 10, 16))),
                member("credited late", DemoEstablishment.FIRST_ONLY, takeOver("0000003002", MARCH_2024, 100_000)),
                member(
                        "enrolled late",
                        DemoEstablishment.FIRST_ONLY,
                        new Enrolment(
                                YearMonth.of(2025, 6),
                                LocalDate.of(2024, 11, 5),
                                BASE_300,
                                paper(LocalDate.of(2025, 6, 10)))),
                member(
                        "newcomer",
                        DemoEstablishment.BOTH,
                        new Enrolment(
                                YearMonth.of(2025, 6),
                                LocalDate.of(2025, 6, 2),
                                BASE_300,
                                new Receipt(FilingChannel.DATA, null))),
                drawn(random),
                member(
                        "lost before a credit",
                        DemoEstablishment.FIRST_ONLY,
                        enrolment(LocalDate.of(2025, 7, 1), BASE_300, 3),
                        loss(LocalDate.of(2026, 3, 10))),
                member(
                        "lost in a year without a rate",
                        DemoEstablishment.FIRST_ONLY,
                        enrolment(LocalDate.of(2025, 7, 1), BASE_300, 3),
                        loss(LocalDate.of(2026, 5, 12))));
    }

    private static DemoMember drawn(Random random) {
        LocalDate creditedOn = LocalDate.of(2025, 3, 31);
        Bases changed = new Bases(320_000L + 20_000L * random.nextInt(4), null);
        return member(
                "drawn",
                DemoEstablishment.FIRST_ONLY,
                takeOver("0000004001", creditedOn, 1 + random.nextInt(5_000_000)),
                new BaseSalaryChange(
                        YearMonth.of(2025, 10), LocalDate.of(2025, 10, 1), changed, paper(LocalDate.of(2025, 10, 14))));
    }

    private static DemoMember member(String key, DemoEstablishment at, DemoFact... facts) {
        return new DemoMember(key, "架空　" + key, LocalDate.of(1980, 2, 29), at, List.of(facts));
    }

    private static Enrolment enrolment(LocalDate acquiredOn, Bases bases, int daysUntilReceived) {
        return new Enrolment(
                YearMonth.from(acquiredOn), acquiredOn, bases, paper(acquiredOn.plusDays(daysUntilReceived)));
    }

    private static TakeOver takeOver(String number, LocalDate creditedOn, long balance) {
        return new TakeOver(
                YearMonth.from(creditedOn).plusMonths(1),
                number,
                LocalDate.of(2015, 4, 1),
                List.of(),
                BASE_300,
                List.of(),
                creditedOn,
                List.of(new Balance(Plan.FIRST, 0, balance)));
    }

    private static Loss loss(LocalDate lostOn) {
        return new Loss(YearMonth.from(lostOn), lostOn, LossCause.RETIREMENT, paper(lostOn.plusDays(5)));
    }

    private static Receipt paper(@Nullable LocalDate receivedOn) {
        return new Receipt(FilingChannel.PAPER, receivedOn);
    }
}
