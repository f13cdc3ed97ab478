package jp.nenkin.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.account.AccountState.Unopened;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.Test;

/** The rules of the day of the loss round a plan's lump sum. */
class PlanBalancesTest {
    // Of an asset whose filing was taken back.
    private static final AccountState TAKEN_BACK = new Unopened(new AccountId(new MemberNumber(1234), Plan.FIRST, 1));

    private final Given x = Given.exampleX().runMonths("2024-04", "2024-09");

    @Test
    void a_change_of_the_unit_after_the_loss_does_not_reach_back() {
        AccountState lost = x.when(Given.loss("2024-10-16")).state;

        assertThat(lost.balance()).isEqualTo(new Yen(122_234));
        assertThat(payable(lost, "2024-10-17")).isEqualTo(122_300);
        assertThat(payable(lost, "2024-10-16")).isEqualTo(123_000);
    }

    @Test
    void an_account_that_was_taken_back_tells_no_day_of_loss() {
        AccountState lost = x.when(Given.loss("2024-10-16")).state;

        assertThat(PlanBalances.of(List.of(lost, TAKEN_BACK)).lostOn()).isEqualTo("2024-10-16");
        assertThat(PlanBalances.of(List.of(TAKEN_BACK, lost)).lostOn()).isEqualTo("2024-10-16");
    }

    @Test
    void without_a_loss_the_latest_rules_round() {
        assertThat(x.state.balance()).isEqualTo(new Yen(119_800));

        assertThat(payable(x.state, "2030-04-01")).isEqualTo(120_000);
    }

    /** Where lump sums are multiples of 100 yen until a day, of 1,000 from it on. */
    private static long payable(AccountState account, String thousandsFrom) {
        PlanRules hundreds = Given.TERMS.rules().getFirst();
        List<PlanRules> rules = new ArrayList<>(Given.TERMS.rules());
        rules.add(PlanDataTest.from(LocalDate.parse(thousandsFrom), 1_000));
        assertThat(hundreds.lumpSumUnit()).isEqualTo(100);
        PlanTerms terms = new PlanTerms(Given.TERMS.contributionRates(), Given.TERMS.creditingRates(), rules);
        return PlanBalances.of(List.of(account)).payable(terms).amount();
    }
}
