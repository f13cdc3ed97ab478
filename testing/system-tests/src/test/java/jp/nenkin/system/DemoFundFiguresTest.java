package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFigures;
import jp.nenkin.local.demo.DemoFund;
import jp.nenkin.local.demo.DemoMember;
import jp.nenkin.local.demo.DemoRecord;
import jp.nenkin.system.ExpectedFigures.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo fund's figures are the fund's own examples, and every account's are those computed outside. */
@ExtendWith(FundExtension.class)
class DemoFundFiguresTest {
    @Test
    void the_demo_prints_the_worked_examples(Fund fund) {
        List<String> lines = new ArrayList<>();
        DemoFigures.print(fund.running(), lines::add);
        assertThat(String.join("\n", lines))
                .containsPattern("plan 1 +100,000 +39,600 +4,494 +144,094 +300,000\n")
                .containsPattern("plan 2 +50,000 +12,000 +2,091 +64,091 +1,000\n")
                .containsPattern(
                        "lost on 2020-04-01\n +plan 2 +43,999 \\+ 12,000 \\+ interest 1,010 at 2.0 % = 57,009;");
    }

    @Test
    void the_statement_of_2025_shows_the_rates_of_five_years(Fund fund) {
        JsonPath statement = fund.api()
                .as(DemoClient.member(DemoFund.EXAMPLE_2025), Program.LEDGER)
                .get("/members/{member}/statements/2024", DemoFund.EXAMPLE_2025)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(statement.getList("rates.rate", String.class)).containsExactly("2.3", "5.0", "0.0", "3.7", "4.4");
        assertThat(statement.getString("asOf")).isEqualTo("2025-03-31");
    }

    @Test
    void every_account_of_the_demo_fund_has_the_balance_computed_outside(Fund fund) {
        DemoRecord numbers = fund.record();
        for (DemoMember member : fund.demo().members()) {
            assertThat(balances(fund, numbers.number(member))).as(member.key()).isEqualTo(expected(fund, member));
        }
    }

    private static Map<String, Long> expected(Fund fund, DemoMember member) {
        Map<String, Long> balances = new TreeMap<>();
        fund.expected().of(member).forEach((account, figures) -> balances.put(name(account), figures.balance()));
        return balances;
    }

    private static Map<String, Long> balances(Fund fund, String number) {
        // As a tree, since each path of REST Assured's is a script, compiled anew.
        JsonNode answer = fund.api()
                .as(DemoClient.officerA(), Program.LEDGER)
                .get("/members/{member}/accounts", number)
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
        Map<String, Long> balances = new TreeMap<>();
        for (JsonNode account : answer.get("accounts")) {
            Plan plan = Plan.valueOf(account.get("plan").asText());
            Account key = new Account(plan, account.get("ordinal").intValue());
            balances.put(name(key), account.get("balance").longValue());
        }
        return balances;
    }

    private static String name(Account account) {
        return account.plan() + "/" + account.ordinal();
    }
}
