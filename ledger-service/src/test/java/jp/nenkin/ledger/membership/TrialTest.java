package jp.nenkin.ledger.membership;

import static jp.nenkin.ledger.membership.Facts.FIRST;
import static jp.nenkin.ledger.membership.Facts.base;
import static jp.nenkin.ledger.membership.Facts.enrolled;
import static jp.nenkin.ledger.membership.Facts.lost;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.money.FiscalYear;
import org.junit.jupiter.api.Test;

/** What is tried leads to what it would lead to in earnest. */
class TrialTest {
    private final MemoryLedger ledger = new MemoryLedger(Facts.MEMBER, PlanData.read())
            .rate(2024, "3.7")
            .rate(2025, "4.4")
            .booksThrough(YearMonth.of(2025, 6), new FiscalYear(2024));

    @Test
    void facts_build_on_those_tried_before_them() {
        Trial trial = trial();
        // The second and the third reach back over a crediting that the first alone has brought.
        List<Told> facts = List.of(enrolled("2024-11-05", 300_000), base("2025-04-01", 320_000), lost("2025-02-10"));

        for (Told fact : facts) {
            Outcome tried = trial.outcome(fact);

            assertThat(tried).isInstanceOf(Outcome.Changes.class).isEqualTo(ledger.record(fact));
            assertThat(trial.accounts()).usingRecursiveComparison().isEqualTo(ledger.accounts());
        }
        assertThat(ledger.state(FIRST).balance().amount()).isPositive();
    }

    @Test
    void on_what_is_stored_a_fact_that_reaches_back_corrects() {
        ledger.when(enrolled("2024-11-05", 300_000));
        Trial trial = trial();

        assertThat(trial.accounts()).usingRecursiveComparison().isEqualTo(ledger.accounts());
        assertThat(trial.outcome(lost("2025-02-10"))).isEqualTo(ledger.record(lost("2025-02-10")));
        assertThat(trial.accounts()).usingRecursiveComparison().isEqualTo(ledger.accounts());
    }

    @Test
    void a_fact_that_is_refused_counts_as_not_tried() {
        ledger.when(enrolled("2024-11-05", 300_000));
        Trial trial = trial();

        assertThat(trial.outcome(enrolled("2024-12-05", 300_000))).isInstanceOf(Outcome.Refused.class);
        assertThat(trial.accounts()).usingRecursiveComparison().isEqualTo(ledger.accounts());
        assertThat(trial.outcome(lost("2025-02-10"))).isEqualTo(ledger.record(lost("2025-02-10")));
    }

    @Test
    void a_leaver_whose_year_has_no_rate_yet_still_counts_for_his_establishment() {
        ledger.when(enrolled("2024-11-05", 300_000));
        ledger.when(lost("2026-05-10"));

        assertThat(ledger.state(FIRST)).isInstanceOf(AccountState.RatePending.class);
        assertThat(trial().accounts().establishments()).hasSize(1);
    }

    private Trial trial() {
        return new Trial(ledger.history(), ledger.books(), ledger.right());
    }
}
