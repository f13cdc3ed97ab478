package jp.nenkin.ledger.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.ledger.Officers.account;
import static jp.nenkin.ledger.Officers.balance;
import static jp.nenkin.ledger.Officers.history;
import static jp.nenkin.ledger.Officers.parked;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.InterestCredited;
import jp.nenkin.events.RunCompleted;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The figures of a fund that has lived for fourteen months, as they are answered and published. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class FundYearTest {
    private static final String CREDITED = "events.findAll { it.type.contains('InterestCredited') }.";

    @BeforeEach
    void fund() {
        FundYear.live();
    }

    @Test
    void the_2025_example_closes_as_printed_though_may_was_posted_before_the_crediting() {
        JsonPath first = history(FundYear.EXAMPLE_X, "FIRST", 2024);
        assertThat(first.getList(CREDITED + "amount")).containsExactly(4_494);
        assertThat(first.getList(CREDITED + "data.closing")).containsExactly(144_094);
        assertThat(first.getList("events.findAll { it.type.contains('Posted') }.amount", Integer.class))
                .hasSize(12)
                .containsOnly(3_300);
        JsonPath second = history(FundYear.EXAMPLE_X, "SECOND", 2024);
        assertThat(second.getList(CREDITED + "amount")).containsExactly(2_091);
        assertThat(second.getList(CREDITED + "data.closing")).containsExactly(64_091);
        assertThat(history(FundYear.EXAMPLE_X, "FIRST", 2025).getList("events.amount", Integer.class))
                .startsWith(3_300, 3_300);
    }

    @Test
    void the_2020_example_lost_on_1_april_is_credited_once() {
        JsonPath year = history(FundYear.LOST_1_APRIL, "SECOND", 2019);
        assertThat(year.getList(CREDITED + "amount")).containsExactly(1_010);
        assertThat(balance(FundYear.LOST_1_APRIL, "SECOND")).isEqualTo(57_009);
        assertThat(account(FundYear.LOST_1_APRIL, "SECOND", 0))
                .containsEntry("status", "PAYABLE")
                .containsEntry("lostOn", "2020-04-01");
    }

    @Test
    void a_loss_in_october_is_credited_the_day_before_and_no_run_adds_to_it() {
        assertThat(balance(FundYear.LOST_IN_OCTOBER, "FIRST")).isEqualTo(122_234);
        assertThat(history(FundYear.LOST_IN_OCTOBER, "FIRST", 2024).getList(CREDITED + "valueDate"))
                .containsExactly("2024-10-15");
    }

    @Test
    void a_frozen_balance_is_restored_and_earns_from_then_on() {
        JsonPath year = history(FundYear.FROZEN_AND_BACK, "FIRST", 2024);
        assertThat(year.getList(CREDITED + "amount")).containsExactly(1_130, 404);
        assertThat(year.getList(CREDITED + "data.closing")).containsExactly(60_530, 67_534);
    }

    @Test
    void an_enrolment_filed_late_gets_its_months_and_its_interest_at_once() {
        JsonPath year = history(FundYear.ENROLLED_LATE, "FIRST", 2024);
        assertThat(year.getList(CREDITED + "amount")).containsExactly(153);
        assertThat(year.getList(CREDITED + "data.closing")).containsExactly(16_653);
    }

    @Test
    void a_base_salary_filed_late_is_adjusted_before_the_crediting() {
        JsonPath year = history(FundYear.RAISED_LATE, "FIRST", 2024);
        assertThat(year.getList("events.findAll { it.type.contains('Adjusted') }.amount", Integer.class))
                .hasSize(6)
                .containsOnly(220);
        assertThat(year.getList(CREDITED + "amount")).containsExactly(4_508);
        assertThat(year.getList(CREDITED + "data.closing")).containsExactly(145_428);
    }

    @Test
    void a_transferred_asset_earns_on_its_own() {
        assertThat(account(FundYear.WITH_ASSET, "FIRST", 1)).containsEntry("balance", 103_700);
    }

    @Test
    void months_away_are_capped_and_those_after_coming_back_are_not() {
        JsonPath year = history(FundYear.CAPPED, "FIRST", 1, 2024);
        // 100,000 at 3.7 % for seven months; then 102,159 for three months at 2.5 % and three at 3.7 %.
        assertThat(year.getList(CREDITED + "amount")).containsExactly(2_159, 1_584);
        assertThat(parked(FundYear.CAPPED)).isEmpty();
        assertThat(account(FundYear.CAPPED, "FIRST", 1)).containsEntry("status", "ACTIVE");
    }

    @Test
    void runs_are_published_after_their_events_on_every_partition() throws IOException {
        List<ConsumerRecord<String, byte[]>> records = LocalParts.read(
                Topics.LEDGER_EVENTS,
                Duration.ofSeconds(20),
                read -> interestRuns(read).size() == Topics.PARTITIONS);
        List<ConsumerRecord<String, byte[]>> barrier = interestRuns(records);
        assertThat(barrier.stream().map(ConsumerRecord::partition))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, Topics.PARTITIONS).boxed().toList());
        ConsumerRecord<String, byte[]> credited = records.stream()
                .filter(record ->
                        is(record, EventType.INTEREST_CREDITED) && record.key().equals(FundYear.EXAMPLE_X))
                .findFirst()
                .orElseThrow();
        InterestCredited event = EventJson.mapper().readValue(credited.value(), InterestCredited.class);
        assertThat(event.amount()).isEqualTo(4_494);
        assertThat(barrier)
                .filteredOn(record -> record.partition() == credited.partition())
                .allMatch(record -> record.offset() > credited.offset());
    }

    private static List<ConsumerRecord<String, byte[]>> interestRuns(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> is(record, EventType.RUN_COMPLETED))
                .filter(record -> completed(record).kind() == RunKind.INTEREST)
                .toList();
    }

    private static boolean is(ConsumerRecord<String, byte[]> record, EventType type) {
        return new String(record.headers().lastHeader(CloudEventHeaders.TYPE).value(), UTF_8)
                .equals(type.writtenName());
    }

    private static RunCompleted completed(ConsumerRecord<String, byte[]> record) {
        try {
            return EventJson.mapper().readValue(record.value(), RunCompleted.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
