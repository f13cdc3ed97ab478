package jp.nenkin.ledger.statement;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.MEMBER;
import static jp.nenkin.ledger.membership.Facts.balance;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.deferred;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static jp.nenkin.ledger.membership.Facts.takenOver;
import static jp.nenkin.ledger.membership.Facts.transferred;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Plan;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.membership.MemoryLedger;
import jp.nenkin.ledger.money.FiscalYear;
import org.junit.jupiter.api.Test;

/** Rows ① to ⑤ of accounts whose year did not go straight. */
class YearFiguresTest {
    private static MemoryLedger ledger() {
        return new MemoryLedger(MEMBER, PlanData.read())
                .rate(2024, "3.7")
                .rate(2025, "4.4")
                .booksThrough(YearMonth.of(2024, 3), new FiscalYear(2023));
    }

    private static MemoryLedger exampleX() {
        return ledger().when(takenOver("2015-04-01", 300_000)).when(balance(FIRST, "2024-03-31", 100_000));
    }

    private static List<AccountFigures> rows(MemoryLedger ledger, int year) {
        Statements statements =
                new Statements(new FiscalYear(year), new CutOffs(List.of()), ledger.books(), member -> ledger.right());
        return statements
                .of(MEMBER, ledger.facts())
                .map(StatementPrepared::accounts)
                .orElse(List.of());
    }

    @Test
    void the_closing_of_a_year_opens_the_next() {
        assertThat(rows(exampleX().when(base("2024-10-01", 320_000)), 2025))
                .containsExactly(new AccountFigures(Plan.FIRST, 0, 145_428, 42_240, 7_406, 195_074, 320_000L, null));
    }

    @Test
    void who_waits_or_defers_has_rows_with_both_credits_of_the_year_and_no_base_salary() {
        assertThat(rows(exampleX().when(lost("2024-10-16", LossCause.MERGER, "merger", null)), 2024))
                .containsExactly(new AccountFigures(
                        Plan.FIRST, 0, 100_000, 19_800, 2_434 + 2_262, 124_496, null, AccountStanding.WAITING));
        assertThat(rows(exampleX().when(lost("2024-10-16")).when(deferred(null, "2024-11-05")), 2024))
                .containsExactly(new AccountFigures(
                        Plan.FIRST, 0, 100_000, 19_800, 2_434 + 2_262, 124_496, null, AccountStanding.DEFERRED));
    }

    @Test
    void a_payable_balance_and_a_frozen_one_are_in_no_notice() {
        assertThat(rows(exampleX().when(lost("2024-10-16")), 2024)).isEmpty();
        assertThat(rows(ledger().when(enrolled("2024-04-01", 300_000)).when(lost("2024-10-16")), 2024))
                .isEmpty();
    }

    @Test
    void each_asset_has_rows_of_its_own_and_counts_into_what_was_credited() {
        MemoryLedger x = exampleX()
                .when(transferred("2024-09-30", 2, 50_001, 6))
                .when(transferred("2024-05-10", 1, 100_001, 12));

        assertThat(rows(x, 2024))
                .containsExactly(
                        new AccountFigures(Plan.FIRST, 0, 100_000, 39_600, 4_494, 144_094, 300_000L, null),
                        new AccountFigures(Plan.FIRST, 1, 0, 100_001, 3_392, 103_393, null, null),
                        new AccountFigures(Plan.FIRST, 2, 0, 50_001, 1_080, 51_081, null, null));
    }

    @Test
    void an_asset_brought_in_before_joining_is_in_the_notice_of_who_waits() {
        // 100,000 for eleven months at 3.7 %: 3,391.6… yen.
        assertThat(rows(ledger().when(transferred("2024-05-10", 1, 100_000, 12)), 2024))
                .containsExactly(
                        new AccountFigures(Plan.FIRST, 1, 0, 100_000, 3_392, 103_392, null, AccountStanding.WAITING));
    }

    @Test
    void who_was_acquired_on_31_march_is_in_the_notice_and_on_1_april_is_not() {
        // 3,300 for one month at 3.7 %: 10.1… yen.
        assertThat(rows(ledger().when(enrolled("2025-03-31", 300_000)), 2024))
                .containsExactly(new AccountFigures(Plan.FIRST, 0, 0, 3_300, 11, 3_311, 300_000L, null));
        assertThat(rows(ledger().when(enrolled("2025-04-01", 300_000)), 2024)).isEmpty();
    }
}
