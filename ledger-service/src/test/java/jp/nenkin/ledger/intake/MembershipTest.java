package jp.nenkin.ledger.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.MemberEvents.enrolled;
import static jp.nenkin.ledger.MemberEvents.filed;
import static jp.nenkin.ledger.MemberEvents.first;
import static jp.nenkin.ledger.MemberEvents.lost;
import static jp.nenkin.ledger.MemberEvents.raised;
import static jp.nenkin.ledger.MemberEvents.say;
import static jp.nenkin.ledger.MemberEvents.takenOver;
import static jp.nenkin.ledger.Officers.account;
import static jp.nenkin.ledger.Officers.balance;
import static jp.nenkin.ledger.Officers.parked;
import static jp.nenkin.ledger.Officers.parkedId;
import static jp.nenkin.ledger.Officers.retry;
import static jp.nenkin.ledger.Officers.takeOver;
import static jp.nenkin.ledger.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import jp.nenkin.ledger.MemberEvents;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Facts of member-service as they arrive: taken in, refused, waiting, tried again. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class MembershipTest {

    @BeforeEach
    void fund() {
        FundYear.live();
    }

    @Test
    void a_loss_over_a_credited_date_is_counted_anew() {
        String member = takenOver2024("0000005001");
        say(lost(member, "2025-03-20"));
        assertThat(parked(member)).isEmpty();
        // Eleven months of 3,300, credited on 19 March: March counts although it brought no contribution.
        assertThat(account(member, "FIRST", 0))
                .containsEntry("status", "PAYABLE")
                .containsEntry("balance", 100_000 + 36_300 + 4_484);
    }

    @Test
    void a_fact_that_contradicts_others_is_parked_and_later_facts_wait_behind_it() {
        String member = takenOver2024("0000005011");
        Filing late = filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2025-06-02");
        say(
                lost(member, "2025-03-20"),
                raised(member, "2025-04-01", 320_000, late),
                raised(
                        member,
                        "2024-10-01",
                        320_000,
                        filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2025-06-03")));
        assertThat(parked(member)).containsExactly("contradicted", "waiting");
        get("/parked-events?limit=500")
                .body(
                        "events.find { it.key == '" + member + "' }.detail",
                        startsWith("on 2025-04-01 there was nothing"));
        retry(parkedId(member))
                .statusCode(200)
                .body("released", equalTo(0))
                .body("waiting", equalTo(2))
                .body("reason", equalTo("contradicted"));
        assertThat(account(member, "FIRST", 0)).containsEntry("balance", 140_784);
    }

    @Test
    void a_loss_in_a_year_without_a_rate_takes_effect_and_its_credit_waits_for_the_rate() {
        String member = "0000005002";
        say(takenOver(member, "2015-04-01", first(300_000)));
        takeOver(List.of(balance(member, "FIRST", 0, "2026-03-31", 100_000))).statusCode(200);
        say(lost(member, "2026-05-01"));
        assertThat(parked(member)).isEmpty();
        assertThat(account(member, "FIRST", 0))
                .containsEntry("status", "RATE_PENDING")
                .containsEntry("balance", 100_000 + 3_300);
    }

    @Test
    void a_loss_before_the_balance_has_come_waits_for_it() {
        String member = "0000005003";
        say(takenOver(member, "2015-04-01", first(300_000)), lost(member, "2025-05-01"));
        assertThat(parked(member)).containsExactly("balance-awaited");
        takeOver(List.of(balance(member, "FIRST", 0, "2025-03-31", 144_094))).statusCode(200);
        retry(parkedId(member)).statusCode(200).body("released", equalTo(1));
        assertThat(account(member, "FIRST", 0)).containsEntry("status", "PAYABLE");
        refused(retry(UUID.randomUUID().toString()), 404, "not-found");
    }

    @Test
    void facts_about_nobody_and_second_facts_are_parked_with_their_rule() {
        say(lost("0000005004", "2025-05-01"));
        assertThat(parked("0000005004")).containsExactly("account-not-open");
        String member = takenOver2024("0000005005");
        say(enrolled(member, "2025-05-01"));
        assertThat(parked(member)).containsExactly("account-already-open");
        String left = takenOver2024("0000005006");
        say(lost(left, "2025-05-01"), lost(left, "2025-05-10"));
        assertThat(parked(left)).containsExactly("membership-already-ended");
    }

    @Test
    void a_fact_told_twice_takes_effect_once() {
        String member = takenOver2024("0000005007");
        ProducerRecord<String, byte[]> told = MemberEvents.record(
                raised(
                        member,
                        "2025-04-01",
                        320_000,
                        filed(FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, "2025-06-02")),
                null,
                UUID.randomUUID().toString());
        MemberEvents.send(List.of(told));
        Object version = account(member, "FIRST", 0).get("version");
        MemberEvents.send(List.of(told, told));
        say(enrolled("0000005008", "2026-05-01"));
        assertThat(account(member, "FIRST", 0)).containsEntry("version", version);
    }

    @Test
    void what_cannot_be_read_is_parked_and_others_go_on() {
        ProducerRecord<String, byte[]> good = MemberEvents.record(
                lost("0000005009", "2025-05-01"), null, UUID.randomUUID().toString());
        ProducerRecord<String, byte[]> broken =
                new ProducerRecord<>(good.topic(), null, "0000005009", "{\"memberNumber\":".getBytes(UTF_8));
        good.headers().forEach(broken.headers()::add);
        MemberEvents.send(List.of(broken));
        say(enrolled("0000005010", "2026-05-01"));
        assertThat(parked("0000005009")).containsExactly("malformed-event");
        get("/members/0000005010/accounts").statusCode(200).body("accounts.status", contains("ACTIVE"));
    }

    /** Somebody with 100,000 yen of March 2024, brought to the books. */
    private static String takenOver2024(String member) {
        say(takenOver(member, "2015-04-01", first(300_000)));
        takeOver(List.of(balance(member, "FIRST", 0, "2024-03-31", 100_000))).statusCode(200);
        return member;
    }
}
