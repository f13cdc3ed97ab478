package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.local.demo.DemoEstablishment;
import jp.nenkin.local.demo.DemoFact;
import jp.nenkin.local.demo.DemoFact.Bases;
import jp.nenkin.local.demo.DemoFact.Enrolment;
import jp.nenkin.local.demo.DemoFact.Loss;
import jp.nenkin.local.demo.DemoFact.Receipt;
import jp.nenkin.local.demo.DemoFund;
import jp.nenkin.local.demo.DemoMember;
import jp.nenkin.system.ExpectedFigures.Account;
import jp.nenkin.system.ExpectedFigures.Figures;
import org.junit.jupiter.api.Test;

/** The outside calculation is held against the fund's own worked figures before it judges anything. */
class ExpectedFiguresTest {
    private static final Map<Integer, String> RATES =
            Map.of(2019, "2.0", 2021, "2.3", 2022, "5.0", 2023, "0.0", 2024, "3.7", 2025, "4.4");
    private static final Account FIRST = new Account(Plan.FIRST, 0);
    private static final Account SECOND = new Account(Plan.SECOND, 0);

    private final Cast cast = Cast.with(new Random(1));

    @Test
    void the_example_of_2020_closes_at_57009() {
        DemoMember member = DemoFund.of(1).members().getFirst();
        assertThat(through(2025, 3, 2024).of(member, SECOND).closings())
                .containsExactly(Map.entry(LocalDate.of(2020, 3, 31), 57_009L));
    }

    @Test
    void the_example_of_2025_closes_at_144094_and_64091() {
        DemoMember member = DemoFund.of(1).members().getLast();
        Figures first = through(2025, 3, 2024).of(member, FIRST);
        assertThat(first.interest()).containsValue(4_494L);
        assertThat(first.balance()).isEqualTo(144_094);
        Figures second = through(2025, 3, 2024).of(member, SECOND);
        assertThat(second.interest()).containsValue(2_091L);
        assertThat(second.balance()).isEqualTo(64_091);
    }

    @Test
    void five_years_close_at_the_printed_figures() {
        assertThat(through(2026, 3, 2025).of(cast.fiveYears(), FIRST).closings().values())
                .containsExactly(40_094L, 82_772L, 122_372L, 167_294L, 215_199L);
    }

    @Test
    void a_loss_in_october_is_credited_the_day_before() {
        assertThat(through(2025, 3, 2024).of(cast.lostInOctober(), FIRST).closings())
                .containsExactly(Map.entry(LocalDate.of(2024, 10, 15), 122_234L));
    }

    @Test
    void a_late_enrolment_comes_to_what_it_would_have_been_in_time() {
        assertThat(through(2025, 3, 2024).of(cast.enrolledLate(), FIRST).balance())
                .isEqualTo(16_653);
    }

    /** Joined 2023-04-01, lost 2024-10-16: 60,530 frozen; back 2025-02-10: 404, closing 67,534. */
    @Test
    void a_frozen_balance_earns_from_the_month_of_return() {
        Figures figures = through(2025, 3, 2024)
                .of(
                        member(
                                enrolled(LocalDate.of(2023, 4, 1)),
                                lost(LocalDate.of(2024, 10, 16)),
                                enrolled(LocalDate.of(2025, 2, 10))),
                        FIRST);
        assertThat(figures.closings()).containsEntry(LocalDate.of(2024, 10, 15), 60_530L);
        assertThat(figures.interest()).containsEntry(LocalDate.of(2025, 3, 31), 404L);
        assertThat(figures.balance()).isEqualTo(67_534);
    }

    private static DemoMember member(DemoFact... facts) {
        return new DemoMember("any", "any", LocalDate.of(1980, 1, 1), DemoEstablishment.FIRST_ONLY, List.of(facts));
    }

    private static Enrolment enrolled(LocalDate acquiredOn) {
        return new Enrolment(YearMonth.from(acquiredOn), acquiredOn, new Bases(300_000L, null), data());
    }

    private static Loss lost(LocalDate lostOn) {
        return new Loss(YearMonth.from(lostOn), lostOn, LossCause.RETIREMENT, data());
    }

    private static Receipt data() {
        return new Receipt(FilingChannel.DATA, null);
    }

    private static ExpectedFigures through(int year, int month, int creditedThrough) {
        return new ExpectedFigures(RATES, YearMonth.of(year, month), creditedThrough);
    }
}
