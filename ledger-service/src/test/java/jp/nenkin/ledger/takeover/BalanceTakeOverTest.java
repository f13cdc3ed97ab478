package jp.nenkin.ledger.takeover;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.MemberEvents.first;
import static jp.nenkin.ledger.MemberEvents.say;
import static jp.nenkin.ledger.MemberEvents.takenOver;
import static jp.nenkin.ledger.Officers.account;
import static jp.nenkin.ledger.Officers.batch;
import static jp.nenkin.ledger.Officers.takeOver;
import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.JuneOf2026;
import jp.nenkin.ledger.Officers;
import org.junit.jupiter.api.Test;

/** With balances of March 2026, which no run of the other tests comes to. No account is left without its balance. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class BalanceTakeOverTest {
    private static final String PATH = "/take-over/balances";

    @Test
    void balances_come_after_their_members() {
        Map<String, Object> balance = balance("0000004001", 100_000);
        refused(takeOver(List.of(balance)), 409, "member-not-yet-known").header("Retry-After", equalTo("2"));
        say(takenOver("0000004001", "2015-04-01", first(300_000)));
        assertThat(account("0000004001", "FIRST", 0))
                .containsEntry("status", "AWAITING_BALANCE")
                .containsEntry("balance", 0);
        takeOver(List.of(balance)).statusCode(200).body("accounts", equalTo(1)).body("balanceTotal", equalTo(100_000));
        assertThat(account("0000004001", "FIRST", 0))
                .containsEntry("status", "ACTIVE")
                .containsEntry("balance", 100_000)
                .containsEntry("accruesFrom", "2026-04-01")
                .containsEntry("establishmentNumber", "1000001");
        refused(takeOver(List.of(balance)), 422, "balance-refused").body("detail", containsString("awaits no balance"));
    }

    @Test
    void all_are_taken_over_or_none() {
        say(takenOver("0000004002", "2015-04-01", first(300_000)));
        Map<String, Object> known = balance("0000004002", 100);
        refused(takeOver(List.of(known, balance("0000004009", 100))), 409, "member-not-yet-known");
        refused(takeOver(List.of(known, known)), 422, "balance-duplicated");
        refused(
                takeOver(List.of(known, Officers.balance("0000004002", "FIRST", 0, "2026-03-30", 100))),
                422,
                "balance-duplicated");
        refused(
                takeOver(List.of(Officers.balance("0000004002", "FIRST", 0, "2026-03-30", 100))),
                422,
                "credited-on-not-31-march");
        refused(
                takeOver(List.of(Officers.balance("0000004002", "FIRST", 0, "2015-03-31", 100))),
                422,
                "balance-refused");
        refused(takeOver(2, 100, List.of(known)), 422, "control-totals-differ");
        refused(takeOver(1, 101, List.of(known)), 422, "control-totals-differ")
                .body("detail", equalTo("Stated 1 / 101, found 1 / 100. Nothing was taken over."));
        assertThat(account("0000004002", "FIRST", 0)).containsEntry("status", "AWAITING_BALANCE");
        takeOver(List.of(known)).statusCode(200);
    }

    @Test
    void a_batch_has_one_to_five_thousand_balances() {
        refused(takeOver(0, 0, List.of()), 400, "invalid");
        List<Map<String, Object>> tooMany = IntStream.rangeClosed(1, 5_001)
                .mapToObj(member -> balance("%010d".formatted(member), 1))
                .toList();
        refused(takeOver(tooMany), 400, "invalid");
    }

    @Test
    void a_body_that_is_no_batch_is_refused() {
        refused(takeOver(List.of(balance("4002", 1))), 400, "invalid");
        refused(takeOver(List.of(Officers.balance("0000004002", "THIRD", 0, "2026-03-31", 1))), 400, "invalid");
        refused(takeOver(List.of(Officers.balance("0000004002", "FIRST", -1, "2026-03-31", 1))), 400, "invalid");
        refused(takeOver(List.of(Officers.balance("0000004002", "FIRST", 0, "2026-02-30", 1))), 400, "invalid");
        refused(takeOver(List.of(balance("0000004002", -1))), 400, "invalid");
        refused(post(LocalParts.asOfficer(), PATH, "[]"), 400, "malformed");
    }

    @Test
    void a_batch_sent_again_with_its_key_takes_effect_once() {
        say(takenOver("0000004003", "2015-04-01", first(300_000)));
        String key = UUID.randomUUID().toString();
        Object body = batch(1, 100, List.of(balance("0000004003", 100)));
        String answer = post(LocalParts.asOfficer(), PATH, key, body)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(post(LocalParts.asOfficer(), PATH, key, body)
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(answer);
        refused(
                post(LocalParts.asOfficer(), PATH, key, batch(1, 101, List.of(balance("0000004003", 101)))),
                422,
                "idempotency-key-reused");
        refused(LocalParts.asOfficer().body(body).post(PATH).then(), 400, "idempotency-key-missing");
        get("/members/0000004003/accounts").body("accounts[0].version", equalTo(2));
    }

    private static Map<String, Object> balance(String member, long amount) {
        return Officers.balance(member, "FIRST", 0, "2026-03-31", amount);
    }
}
