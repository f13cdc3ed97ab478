package jp.nenkin.ledger.statement;

import static jp.nenkin.events.FilingChannel.DATA;
import static jp.nenkin.events.FilingChannel.PAPER;
import static jp.nenkin.events.FilingType.BASE_SALARY_CHANGE;
import static jp.nenkin.events.FilingType.ENROLMENT;
import static jp.nenkin.events.FilingType.LOSS;
import static jp.nenkin.ledger.statement.Life.enrolment;
import static jp.nenkin.ledger.statement.Life.filed;
import static jp.nenkin.ledger.statement.Life.loss;
import static jp.nenkin.ledger.statement.Life.raise;
import static jp.nenkin.ledger.statement.Life.takeOver;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.Filing;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.events.StatementPrepared.CutOff;
import jp.nenkin.events.StatementPrepared.YearRate;
import jp.nenkin.ledger.interest.CreditingRate;
import jp.nenkin.ledger.interest.Rates;
import jp.nenkin.ledger.money.FiscalYear;
import org.junit.jupiter.api.Test;

/** Which facts count for a notice, and what the notice then says. */
class StatementsTest {
    private static final Rates RATES = new Rates(Map.of(
            new FiscalYear(2019), CreditingRate.parse("2.0"),
            new FiscalYear(2020), CreditingRate.parse("1.0"),
            new FiscalYear(2021), CreditingRate.parse("2.3"),
            new FiscalYear(2022), CreditingRate.parse("5.0"),
            new FiscalYear(2023), CreditingRate.parse("0.0"),
            new FiscalYear(2024), CreditingRate.parse("3.7"),
            new FiscalYear(2025), CreditingRate.parse("4.4")));
    private static final CutOffs NOTICE_OF_2019 = new CutOffs(List.of(
            new CutOff(LOSS, PAPER, LocalDate.of(2020, 4, 30)),
            new CutOff(LOSS, DATA, LocalDate.of(2020, 5, 1)),
            new CutOff(ENROLMENT, PAPER, LocalDate.of(2020, 4, 2)),
            new CutOff(ENROLMENT, DATA, LocalDate.of(2020, 4, 3)),
            new CutOff(BASE_SALARY_CHANGE, PAPER, LocalDate.of(2020, 4, 2)),
            new CutOff(BASE_SALARY_CHANGE, DATA, LocalDate.of(2020, 4, 3))));
    private static final CutOffs NOTICE_OF_2024 = new CutOffs(List.of(
            new CutOff(LOSS, PAPER, LocalDate.of(2025, 4, 21)),
            new CutOff(LOSS, DATA, LocalDate.of(2025, 4, 21)),
            new CutOff(ENROLMENT, DATA, LocalDate.of(2025, 4, 21)),
            new CutOff(BASE_SALARY_CHANGE, DATA, LocalDate.of(2025, 4, 21))));

    @Test
    void the_2025_example_has_its_five_rows_and_five_rates() {
        StatementPrepared statement = of2024(exampleX()).orElseThrow();

        assertThat(statement.accounts())
                .containsExactly(new AccountFigures(Plan.FIRST, 0, 100_000, 39_600, 4_494, 144_094, 300_000L, null));
        assertThat(statement.asOf()).isEqualTo("2025-03-31");
        assertThat(statement.rates())
                .containsExactly(
                        new YearRate(2021, "2.3"),
                        new YearRate(2022, "5.0"),
                        new YearRate(2023, "0.0"),
                        new YearRate(2024, "3.7"),
                        new YearRate(2025, "4.4"));
        assertThat(statement.cutOffs()).isEqualTo(NOTICE_OF_2024.days());
        assertThat(statement.filingsLeftOut()).isEmpty();
    }

    @Test
    void a_rate_that_is_not_on_record_stays_open() {
        assertThat(of2019(member2019()).orElseThrow().rates())
                .containsExactly(
                        new YearRate(2016, null),
                        new YearRate(2017, null),
                        new YearRate(2018, null),
                        new YearRate(2019, "2.0"),
                        new YearRate(2020, "1.0"));
    }

    @Test
    void a_loss_of_10_april_2020_counts_by_the_day_and_channel_of_its_receipt() {
        LocalDate day = LocalDate.of(2020, 4, 10);
        assertThat(of2019(member2019().when(loss(day, filed(LOSS, PAPER, "2020-04-30")))))
                .isEmpty();
        assertThat(of2019(member2019().when(loss(day, filed(LOSS, PAPER, "2020-05-01")))))
                .isPresent();
        assertThat(of2019(member2019().when(loss(day, filed(LOSS, DATA, "2020-05-01")))))
                .isEmpty();
        assertThat(of2019(member2019().when(loss(day, filed(LOSS, DATA, "2020-05-02")))))
                .isPresent();
    }

    @Test
    void a_loss_received_too_late_is_named_and_the_year_is_whole() {
        Filing late = filed(LOSS, PAPER, "2020-05-01");

        StatementPrepared statement =
                of2019(member2019().when(loss(LocalDate.of(2020, 4, 10), late))).orElseThrow();

        assertThat(closing(statement))
                .isEqualTo(43_999 + 39_600 + statement.accounts().getFirst().interest());
        assertThat(statement.filingsLeftOut()).containsExactly(late.id());
    }

    @Test
    void a_base_salary_received_too_late_is_left_out_and_named() {
        Filing late = filed(BASE_SALARY_CHANGE, DATA, "2025-04-22");
        Life raised = exampleX().when(raise(LocalDate.of(2024, 10, 1), 320_000, late));

        StatementPrepared statement = of2024(raised).orElseThrow();

        assertThat(closing(statement)).isEqualTo(144_094);
        assertThat(statement.filingsLeftOut()).containsExactly(late.id());
    }

    @Test
    void a_base_salary_received_in_time_counts_whenever_it_was_entered() {
        Life raised = exampleX()
                .when(raise(LocalDate.of(2024, 10, 1), 320_000, filed(BASE_SALARY_CHANGE, DATA, "2025-04-21")));

        assertThat(closing(of2024(raised).orElseThrow())).isEqualTo(145_428);
        assertThat(of2024(raised).orElseThrow().accounts().getFirst().baseSalary())
                .isEqualTo(320_000);
    }

    @Test
    void a_late_filing_that_changes_nothing_is_not_named() {
        Life raised = exampleX()
                .when(raise(LocalDate.of(2025, 4, 1), 320_000, filed(BASE_SALARY_CHANGE, DATA, "2025-05-01")));

        assertThat(of2024(raised).orElseThrow().filingsLeftOut()).isEmpty();
    }

    @Test
    void who_was_enrolled_too_late_or_acquired_in_april_gets_none() {
        LocalDate november = LocalDate.of(2024, 11, 5);
        assertThat(of2024(new Life(RATES).when(enrolment(november, 300_000, filed(ENROLMENT, DATA, "2025-04-21")))))
                .hasValueSatisfying(statement -> assertThat(closing(statement)).isEqualTo(16_653));
        assertThat(of2024(new Life(RATES).when(enrolment(november, 300_000, filed(ENROLMENT, DATA, "2025-04-22")))))
                .isEmpty();
        assertThat(of2024(new Life(RATES)
                        .when(enrolment(LocalDate.of(2025, 4, 1), 300_000, filed(ENROLMENT, DATA, "2025-04-10")))))
                .isEmpty();
    }

    @Test
    void a_fact_in_time_that_rests_on_a_late_one_is_left_out_with_it() {
        Life member = new Life(RATES)
                .when(enrolment(LocalDate.of(2020, 3, 2), 300_000, filed(ENROLMENT, PAPER, "2020-04-10")))
                .when(loss(LocalDate.of(2020, 4, 20), filed(LOSS, PAPER, "2020-04-28")));

        assertThat(of2019(member)).isEmpty();
    }

    @Test
    void back_in_the_same_month_but_filed_too_late_is_as_if_still_away() {
        Life member = exampleX()
                .when(loss(LocalDate.of(2024, 10, 16), filed(LOSS, DATA, "2024-10-20")))
                .when(enrolment(LocalDate.of(2024, 10, 20), 300_000, filed(ENROLMENT, DATA, "2025-04-22")));

        assertThat(of2024(member)).isEmpty();
    }

    @Test
    void a_year_before_the_take_over_is_the_former_systems() {
        assertThat(of2019(exampleX())).isEmpty();
        Life takenOverAtItsEnd = new Life(RATES)
                .when(takeOver(LocalDate.of(2015, 4, 1), 300_000))
                .when(Life.balance(LocalDate.of(2025, 3, 31), 100_000));
        assertThat(of2024(takenOverAtItsEnd)).isEmpty();
    }

    @Test
    void an_account_that_waits_for_its_balance_has_no_figures() {
        assertThat(of2024(new Life(RATES).when(takeOver(LocalDate.of(2015, 4, 1), 300_000))))
                .isEmpty();
    }

    private static Life exampleX() {
        return new Life(RATES)
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023))
                .when(takeOver(LocalDate.of(2015, 4, 1), 300_000))
                .when(Life.balance(LocalDate.of(2024, 3, 31), 100_000));
    }

    private static Life member2019() {
        return new Life(RATES)
                .when(takeOver(LocalDate.of(2018, 4, 1), 300_000))
                .when(Life.balance(LocalDate.of(2019, 3, 31), 43_999));
    }

    private static Optional<StatementPrepared> of2019(Life life) {
        return life.statements(new FiscalYear(2019), NOTICE_OF_2019).of(Life.MEMBER, life.facts());
    }

    private static Optional<StatementPrepared> of2024(Life life) {
        return life.statements(new FiscalYear(2024), NOTICE_OF_2024).of(Life.MEMBER, life.facts());
    }

    private static long closing(StatementPrepared statement) {
        return statement.accounts().getFirst().closing();
    }

    @Test
    void the_lives_behind_a_statement_are_those_of_the_facts_in_time() {
        Life raised = exampleX()
                .when(raise(LocalDate.of(2024, 10, 1), 320_000, filed(BASE_SALARY_CHANGE, DATA, "2025-04-22")));

        assertThat(raised.statements(new FiscalYear(2024), NOTICE_OF_2024)
                        .lives(Life.MEMBER, raised.facts())
                        .values())
                .singleElement()
                .satisfies(life -> assertThat(life.state().balance().amount()).isEqualTo(144_094));
    }
}
