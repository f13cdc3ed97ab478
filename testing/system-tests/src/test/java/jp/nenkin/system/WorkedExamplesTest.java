package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoMember;
import jp.nenkin.system.ExpectedFigures.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The worked examples of the fund's rules, each through the whole system. */
@ExtendWith(FundExtension.class)
class WorkedExamplesTest {
    @Test
    void five_years_at_300000_yen_close_at_the_printed_figures(Fund fund) {
        List<Integer> closings = IntStream.rangeClosed(2021, 2025)
                .boxed()
                .flatMap(year -> fund.closings(fund.cast().fiveYears(), Plan.FIRST, year).stream())
                .toList();
        assertThat(closings).containsExactly(40_094, 82_772, 122_372, 167_294, 215_199);
    }

    @Test
    void a_member_lost_on_16_october_2024_leaves_with_122234(Fund fund) {
        assertThat(fund.closings(fund.cast().lostInOctober(), Plan.FIRST, 2024)).containsExactly(122_234);
        assertThat(account(fund, fund.cast().lostInOctober()).getString("accounts[0].status"))
                .isEqualTo("PAYABLE");
        assertThat(account(fund, fund.cast().lostInOctober()).getLong("accounts[0].balance"))
                .isEqualTo(122_234);
    }

    @Test
    void a_contribution_of_may_posted_before_31_march_is_credited_does_not_earn_in_it(Fund fund) {
        String number = fund.desk().number(fund.cast().creditedLate());
        JsonPath year = fund.history(number, Plan.FIRST, 2024);
        assertThat(year.getList("events.findAll { it.type.contains('InterestCredited') }.amount", Integer.class))
                .containsExactly(4_494);
        assertThat(fund.closings(fund.cast().creditedLate(), Plan.FIRST, 2024)).containsExactly(144_094);
        int credited = year.getInt("events.find { it.type.contains('InterestCredited') }.version");
        assertThat(fund.history(number, Plan.FIRST, 2025)
                        .getList("events.findAll { it.version < " + credited + " }.data.month", String.class))
                .containsExactly("2025-04", "2025-05");
    }

    @Test
    void an_enrolment_of_november_filed_in_june_comes_to_16653_at_31_march(Fund fund) {
        JsonPath year = fund.history(fund.desk().number(fund.cast().enrolledLate()), Plan.FIRST, 2024);
        assertThat(year.getList("events.findAll { it.type.contains('ContributionPosted') }.data.month", String.class))
                .containsExactly("2024-11", "2024-12", "2025-01", "2025-02", "2025-03");
        assertThat(year.getInt("events.find { it.type.contains('InterestCredited') }.amount"))
                .isEqualTo(153);
        assertThat(fund.closings(fund.cast().enrolledLate(), Plan.FIRST, 2024)).containsExactly(16_653);
    }

    @Test
    void an_enrolment_sent_by_the_employer_gets_its_contributions_month_by_month(Fund fund) {
        DemoMember newcomer = fund.cast().newcomer();
        for (Plan plan : Plan.values()) {
            JsonPath year = fund.history(fund.desk().number(newcomer), plan, 2025);
            assertThat(year.getList("events.type", String.class))
                    .filteredOn(type -> type.contains("ContributionPosted"))
                    .hasSize(10);
        }
        assertThat(balances(fund, newcomer)).isEqualTo(expected(fund, newcomer));
    }

    @Test
    void a_balance_drawn_at_random_and_a_changed_base_salary_come_to_what_is_computed_outside(Fund fund) {
        assertThat(balances(fund, fund.cast().drawn()))
                .isEqualTo(expected(fund, fund.cast().drawn()));
    }

    private static List<Long> expected(Fund fund, DemoMember member) {
        return fund.expected().of(member).values().stream()
                .map(ExpectedFigures.Figures::balance)
                .toList();
    }

    private static List<Long> balances(Fund fund, DemoMember member) {
        JsonPath accounts = account(fund, member);
        return fund.expected().of(member).keySet().stream()
                .map(account -> accounts.getLong(balance(account)))
                .toList();
    }

    private static String balance(Account account) {
        return "accounts.find { it.plan == '%s' && it.ordinal == %d }.balance"
                .formatted(account.plan(), account.ordinal());
    }

    private static JsonPath account(Fund fund, DemoMember member) {
        return fund.api()
                .as(DemoClient.officerA(), Program.LEDGER)
                .get("/members/{member}/accounts", fund.desk().number(member))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
