package jp.nenkin.ledger.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.Officers.account;
import static jp.nenkin.ledger.Officers.completed;
import static jp.nenkin.ledger.Officers.requestStatements;
import static jp.nenkin.ledger.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notices of 2019 and 2024, from the facts received by their cut-offs. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class StatementRunTest {

    @BeforeEach
    void statements() {
        FundYear.live();
        completed(requestStatements(
                2019,
                List.of(
                        cutOff("LOSS", "PAPER", "2020-04-30"),
                        cutOff("LOSS", "DATA", "2020-05-01"),
                        cutOff("ENROLMENT", "PAPER", "2020-04-02"),
                        cutOff("ENROLMENT", "DATA", "2020-04-03"))));
        completed(requestStatements(
                2024,
                Stream.of("LOSS", "ENROLMENT", "BASE_SALARY_CHANGE")
                        .flatMap(type -> Stream.of("PAPER", "DATA").map(channel -> cutOff(type, channel, "2025-04-21")))
                        .toList()));
    }

    @Test
    void the_2025_example_has_both_plans_and_the_rates_of_five_years() {
        statement(FundYear.EXAMPLE_X, 2024)
                .statusCode(200)
                .body("asOf", equalTo("2025-03-31"))
                .body("accounts.plan", contains("FIRST", "SECOND"))
                .body("accounts.opening", contains(100_000, 50_000))
                .body("accounts.credited", contains(39_600, 12_000))
                .body("accounts.interest", contains(4_494, 2_091))
                .body("accounts.closing", contains(144_094, 64_091))
                .body("accounts.baseSalary", contains(300_000, 1_000))
                .body("rates.fiscalYear", contains(2021, 2022, 2023, 2024, 2025))
                .body("rates.find { it.fiscalYear == 2024 }.rate", equalTo("3.7"))
                .body("rates.find { it.fiscalYear == 2025 }.rate", equalTo("4.4"))
                .body("cutOffs", hasSize(6))
                .body("filingsLeftOut", hasSize(0));
    }

    @Test
    void a_loss_of_10_april_2020_counts_by_the_day_and_channel_of_its_receipt() {
        refused(statement(FundYear.PAPER_30_APRIL, 2019), 404, "not-found");
        refused(statement(FundYear.DATA_1_MAY, 2019), 404, "not-found");
        for (String late : List.of(FundYear.PAPER_1_MAY, FundYear.DATA_2_MAY)) {
            statement(late, 2019)
                    .statusCode(200)
                    .body("accounts.opening", contains(43_999))
                    .body("accounts.credited", contains(12_000))
                    .body("accounts.interest", contains(1_010))
                    .body("accounts.closing", contains(57_009))
                    .body("filingsLeftOut", hasSize(1));
        }
        refused(statement(FundYear.LOST_1_APRIL, 2019), 404, "not-found");
    }

    @Test
    void who_left_without_a_right_gets_one_too_when_the_loss_came_too_late() {
        assertThat(account(FundYear.SHORT_DATA_2_MAY, "SECOND", 0)).containsEntry("status", "FROZEN");
        statement(FundYear.SHORT_DATA_2_MAY, 2019).statusCode(200).body("accounts.closing", contains(57_009));
    }

    @Test
    void an_enrolment_received_too_late_is_left_out_and_what_rests_on_it_too() {
        refused(statement(FundYear.ENROLLED_LATE_LOST_IN_TIME, 2019), 404, "not-found");
        refused(statement(FundYear.ENROLLED_LATE, 2024), 404, "not-found");
        refused(statement(FundYear.ENROLLED_IN_APRIL, 2024), 404, "not-found");
    }

    @Test
    void a_base_salary_received_too_late_is_left_out_and_named() {
        statement(FundYear.RAISED_LATE, 2024)
                .statusCode(200)
                .body("accounts.closing", contains(144_094))
                .body("accounts.baseSalary", contains(300_000))
                .body("filingsLeftOut", contains(FundYear.LATE_RAISE.id().toString()));
    }

    @Test
    void a_loss_in_april_received_in_time_ends_the_notices() {
        refused(statement(FundYear.LOST_IN_TIME, 2024), 404, "not-found");
        statement(FundYear.LOST_LATE, 2024)
                .statusCode(200)
                .body("accounts.closing", contains(144_094))
                .body("filingsLeftOut", contains(FundYear.LATE_LOSS.id().toString()));
    }

    @Test
    void a_transferred_asset_is_a_row_of_its_own_without_base_salary() {
        statement(FundYear.WITH_ASSET, 2024)
                .statusCode(200)
                .body("accounts.ordinal", contains(0, 1))
                .body("accounts.closing", contains(144_094, 103_700))
                .body("accounts[1].baseSalary", nullValue());
    }

    @Test
    void a_statement_is_published_as_it_is_answered() throws IOException {
        List<ConsumerRecord<String, byte[]>> records = LocalParts.read(
                Topics.LEDGER_EVENTS,
                Duration.ofSeconds(20),
                read -> read.stream().anyMatch(StatementRunTest::isOfExampleX));
        ConsumerRecord<String, byte[]> published = records.stream()
                .filter(StatementRunTest::isOfExampleX)
                .findFirst()
                .orElseThrow();
        assertThat(EventJson.mapper().readValue(published.value(), StatementPrepared.class))
                .isEqualTo(EventJson.mapper()
                        .readValue(statement(FundYear.EXAMPLE_X, 2024).extract().asString(), StatementPrepared.class));
    }

    private static boolean isOfExampleX(ConsumerRecord<String, byte[]> record) {
        return record.key().equals(FundYear.EXAMPLE_X)
                && new String(record.headers().lastHeader("ce_type").value(), UTF_8)
                        .equals(EventType.STATEMENT_PREPARED.writtenName());
    }

    private static ValidatableResponse statement(String member, int fiscalYear) {
        return get("/members/" + member + "/statements/" + fiscalYear);
    }

    private static Map<String, Object> cutOff(String type, String channel, String lastDay) {
        return Map.of("type", type, "channel", channel, "lastDay", lastDay);
    }
}
