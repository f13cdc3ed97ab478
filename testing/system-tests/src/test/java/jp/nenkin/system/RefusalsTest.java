package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFact.Balance;
import jp.nenkin.local.demo.DemoFact.Bases;
import jp.nenkin.local.demo.DemoFact.TakeOver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the system does not do: refused at once, with what to do. */
@ExtendWith(FundExtension.class)
class RefusalsTest {
    private static final DemoClient OFFICER = DemoClient.officerA();

    @Test
    void the_balance_of_an_account_is_taken_over_once(Fund fund) {
        TakeOver drawn = (TakeOver) fund.cast().drawn().facts().getFirst();
        fund.desk().takeOverBalances(drawn).then().statusCode(422).body("code", equalTo("balance-refused"));
    }

    @Test
    void the_balance_of_a_member_that_the_ledger_does_not_know_yet_is_to_be_sent_again(Fund fund) {
        TakeOver nobody = new TakeOver(
                YearMonth.of(2025, 4),
                "0000999999",
                LocalDate.of(2015, 4, 1),
                List.of(),
                new Bases(300_000L, null),
                List.of(),
                LocalDate.of(2025, 3, 31),
                List.of(new Balance(Plan.FIRST, 0, 1)));
        fund.desk()
                .takeOverBalances(nobody)
                .then()
                .statusCode(409)
                .body("code", equalTo("member-not-yet-known"))
                .header("Retry-After", notNullValue());
    }

    @Test
    void a_preview_shows_what_a_fact_would_do_and_stores_nothing(Fund fund) {
        String number = fund.desk().number(fund.cast().fiveYears());
        String before = accounts(fund, number).asString();
        Map<String, Object> fact = Map.of(
                "memberNumber",
                number,
                "plan",
                "FIRST",
                "effectiveFrom",
                "2026-04-01",
                "baseSalary",
                320_000,
                "filing",
                Map.of(
                        "id",
                        new UUID(1, 1).toString(),
                        "type",
                        "BASE_SALARY_CHANGE",
                        "channel",
                        "PAPER",
                        "receivedOn",
                        "2026-04-10"));
        JsonPath preview = fund.api()
                .command(OFFICER, Program.LEDGER, Map.of("kind", "BASE_SALARY_CHANGED", "fact", fact))
                .post("/previews")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(preview.getBoolean("accepted")).isTrue();
        assertThat(preview.getList("events.type", String.class))
                .containsExactly("jp.nenkin.ledger.BaseSalaryRecorded.v1");
        assertThat(accounts(fund, number).asString()).isEqualTo(before);
    }

    private static Response accounts(Fund fund, String number) {
        return fund.api().as(OFFICER, Program.LEDGER).get("/members/{member}/accounts", number);
    }
}
