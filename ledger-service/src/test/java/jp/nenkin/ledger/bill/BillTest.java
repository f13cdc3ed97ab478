package jp.nenkin.ledger.bill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.ledger.Requests.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.events.BillPrepared;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.Plan;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.ledger.Database;
import jp.nenkin.ledger.FundYear;
import jp.nenkin.ledger.JuneOf2026;
import jp.nenkin.ledger.MemberEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bills of the months of the fund's year, and the control totals of its runs. */
@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(JuneOf2026.class)
class BillTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String EVERY_CONTRIBUTION = "select count(*) || ' ' || sum(amount) from journal"
            + " where type in ('jp.nenkin.ledger.ContributionPosted.v1', 'jp.nenkin.ledger.ContributionAdjusted.v1')"
            + " and segment <= (select max(id) from segment where run in"
            + " (select id from run where kind = 'CONTRIBUTION' and status = 'COMPLETED'))";

    @BeforeEach
    void the_fund_has_lived() {
        FundYear.live();
        await().atMost(LIMIT)
                .until(() -> Sql.column("select count(*) from run where kind = 'CONTRIBUTION'"
                                + " and status = 'COMPLETED'"
                                + " and id not in (select run from billing where told_at is not null)")
                        .equals(List.of("0")));
    }

    @Test
    void a_bill_has_a_line_for_each_member_and_plan_with_a_contribution() {
        JsonPath bill = bill("2024-06");
        Map<String, Object> line = bill.getMap(
                "lines.find { it.memberNumber == '%s' && it.plan == 'FIRST' }".formatted(FundYear.EXAMPLE_X));
        assertThat(line).containsEntry("kind", "CONTRIBUTION").containsEntry("amount", 3_300);
        assertThat(bill.getString("month")).isEqualTo("2024-06");
        List<Integer> amounts = bill.getList("lines.amount", Integer.class);
        assertThat(bill.getLong("total"))
                .isEqualTo(amounts.stream().mapToLong(Integer::longValue).sum());
        int first = bill.getInt("plans.find { it.plan == 'FIRST' }.accounts");
        assertThat(bill.getList("lines.findAll { it.plan == 'FIRST' && it.kind == 'CONTRIBUTION' }"))
                .hasSize(first);
    }

    @Test
    void every_contribution_and_difference_stands_on_exactly_one_bill() {
        assertThat(Sql.column("select count(*) || ' ' || sum(amount) from bill_line"))
                .isEqualTo(Sql.column(EVERY_CONTRIBUTION));
        assertThat(Sql.column("select stream from bill_line group by stream, version having count(*) > 1"))
                .isEmpty();
        assertThat(Sql.column("select kind from bill_line group by kind order by kind"))
                .contains("CONTRIBUTION", "LATE_CONTRIBUTION");
    }

    @Test
    void the_bill_of_the_month_is_told_under_the_establishments_number() throws IOException {
        JsonPath bill = bill("2024-07");
        byte[] told = LocalParts.read(
                        Topics.LEDGER_EVENTS,
                        LIMIT,
                        records -> records.stream().anyMatch(record -> isBill(record.value(), "2024-07")))
                .stream()
                .filter(record ->
                        isBill(record.value(), "2024-07") && record.key().equals(MemberEvents.ESTABLISHMENT))
                .findFirst()
                .orElseThrow()
                .value();
        BillPrepared event = EventJson.mapper().readValue(told, BillPrepared.class);
        assertThat(event.total()).isEqualTo(bill.getLong("total"));
        assertThat(event.plans()).extracting(BillPrepared.PlanTotal::plan).contains(Plan.FIRST);
    }

    private static boolean isBill(byte[] value, String month) {
        String text = new String(value, UTF_8);
        return text.contains("\"month\":\"" + month + "\",\"plans\"");
    }

    @Test
    void a_run_has_control_totals_by_establishment_and_plan() {
        for (String kind : List.of("CONTRIBUTION", "INTEREST")) {
            Map<String, Object> run = get("/runs")
                    .statusCode(200)
                    .extract()
                    .jsonPath()
                    .getMap("find { it.kind == '%s' && it.status == 'COMPLETED' && it.events > 0 }".formatted(kind));
            JsonPath totals = get("/runs/" + run.get("id") + "/totals")
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(totals.getMap("")).as(kind).containsEntry("amount", run.get("amount"));
            assertThat(totals.getMap("")).as(kind).containsEntry("accounts", run.get("events"));
            assertThat(totals.getList("establishments.establishmentNumber", String.class))
                    .as("read from the states as the codec writes them")
                    .containsOnly(MemberEvents.ESTABLISHMENT);
        }
        refused(get("/runs/" + UUID.randomUUID() + "/totals"), 404, "not-found");
    }

    @Test
    void an_establishment_sees_its_own_bills_and_no_others() throws SQLException {
        get(LocalParts.asEstablishment(MemberEvents.ESTABLISHMENT), path("2024-06"))
                .statusCode(200)
                .body("establishmentNumber", equalTo(MemberEvents.ESTABLISHMENT));
        refused(get(LocalParts.asEstablishment("1000002"), path("2024-06")), 403, "forbidden");
        refused(get(path("2031-01")), 404, "not-found");
        refused(get(path("2024-13")), 400, "invalid");
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            assertThat(seen(service)).containsExactly("0", "0");
            Database.column(service, "select set_config('app.role', 'establishment', true)");
            Database.column(service, "select set_config('app.establishment', '1000002', true)");
            assertThat(seen(service)).containsExactly("0", "0");
            Database.column(service, "select set_config('app.establishment', '1000001', true)");
            assertThat(seen(service)).doesNotContain("0");
        }
    }

    @Test
    void a_bill_of_a_month_that_is_run_and_not_billed_yet_is_to_be_asked_for_again() throws SQLException {
        int total = bill("2025-05").getInt("total");
        try (Connection connection = LocalParts.database()) {
            // What BillJob takes before it prepares anything.
            Database.run(connection, "select pg_advisory_lock(7131, 0)");
            for (String unbilled : List.of(
                    "delete from bill_line where bill in (select id from bill where month = '2025-05')",
                    "delete from bill where month = '2025-05'",
                    "delete from billing where run in (select id from run where kind = 'CONTRIBUTION'"
                            + " and period = '2025-05')")) {
                Database.run(connection, unbilled);
            }
            refused(get(path("2025-05")), 409, "bill-not-ready")
                    .header("Retry-After", "1")
                    .body("values.month", equalTo("2025-05"));
            refused(
                    get(LocalParts.asEstablishment(MemberEvents.ESTABLISHMENT), path("2025-05")),
                    409,
                    "bill-not-ready");
            refused(get(path("2031-01")), 404, "not-found");
        }
        await().atMost(LIMIT)
                .until(() -> get(path("2025-05")).extract().statusCode() == 200
                        && bill("2025-05").getInt("total") == total);
        refused(get("/establishments/1000002/bills/2025-05"), 404, "not-found");
    }

    private static List<String> seen(Connection service) throws SQLException {
        return Stream.concat(
                        Database.column(service, "select count(*) from bill").stream(),
                        Database.column(service, "select count(*) from bill_line").stream())
                .toList();
    }

    private static JsonPath bill(String month) {
        return get(path(month)).statusCode(200).extract().jsonPath();
    }

    private static String path(String month) {
        return "/establishments/" + MemberEvents.ESTABLISHMENT + "/bills/" + month;
    }
}
