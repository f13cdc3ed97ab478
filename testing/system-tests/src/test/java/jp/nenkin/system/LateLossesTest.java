package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.Map;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoMember;
import jp.nenkin.system.ExpectedFigures.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Losses that are filed when the ledger has gone on: what they change behind it is put right. */
@ExtendWith(FundExtension.class)
class LateLossesTest {
    private static final DemoClient OFFICER = DemoClient.officerA();
    private static final Account FIRST = new Account(Plan.FIRST, 0);

    @Test
    void a_loss_before_a_credited_31_march_is_credited_on_its_own_day(Fund fund) {
        DemoMember member = fund.cast().lostBeforeCredit();
        Map<String, Object> account = filed(fund, member, "FROZEN");
        assertThat(account).containsEntry("balance", (int)
                fund.expected().of(member, FIRST).balance());
    }

    @Test
    void a_loss_in_a_year_without_a_rate_takes_effect_and_waits_for_it(Fund fund) {
        Map<String, Object> account = filed(fund, fund.cast().lostWithoutRate(), "RATE_PENDING");
        // July 2025 to April 2026 at 3,300 yen, and the interest of 31 March 2026: 148,500 yen-months at 4.4 %.
        assertThat(account).containsEntry("balance", 10 * 3_300 + 545);
    }

    /** Files the member's loss and waits until the account is as it makes it. */
    private static Map<String, Object> filed(Fund fund, DemoMember member, String status) {
        fund.desk().file(member, member.facts().getLast());
        String number = fund.desk().number(member);
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> account(fund, number), account -> status.equals(account.get("status")));
    }

    private static Map<String, Object> account(Fund fund, String number) {
        JsonPath accounts = fund.api()
                .as(OFFICER, Program.LEDGER)
                .get("/members/{member}/accounts", number)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return accounts.getMap("accounts[0]");
    }
}
