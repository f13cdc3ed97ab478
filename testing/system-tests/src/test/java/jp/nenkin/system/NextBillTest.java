package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoEstablishment;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What an employer corrects over years that are credited, in the balance, in its explanation and on the next bill. It
 * closes the month that all other tests are before, and so comes last: see {@link ClassOrderer.OrderAnnotation}.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(FundExtension.class)
class NextBillTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SITE = DemoEstablishment.FIRST_ONLY.number();
    private static final DemoClient CLERK = DemoClient.establishment(SITE);
    private static final DemoClient OFFICER = DemoClient.officerA();
    private static final YearMonth NEXT = Fund.LAST_MONTH.plusMonths(1);
    /** From July 2024, when the member joined. */
    private static final int MONTHS_RUN = 21;

    @Test
    void a_correction_changes_the_balance_and_the_next_bill_as_explained(Fund fund) {
        Map<String, Object> enrolment = enrolment(300_000);
        JsonPath enrolled = file(fund, OFFICER, "enrolments", enrolment)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        String member = enrolled.getString("memberNumber");
        JsonPath before = await().atMost(LIMIT)
                .until(() -> accounts(fund, member), response -> response.statusCode() == 200)
                .jsonPath();
        assertThat(before.getLong("accounts[0].balance")).isGreaterThan(MONTHS_RUN * 3_300);
        JsonPath was = explanation(fund, member);
        String known = lastRecorded(fund, member);

        String correction = correct(fund, member, enrolled.getString("filingId"), enrolment(340_000));

        JsonPath is = await().atMost(LIMIT)
                .until(() -> explanation(fund, member), now -> now.getLong("balance") != was.getLong("balance"));
        JsonPath differences = differences(fund, member, known);
        assertThat(differences.getLong("balanceFrom")).isEqualTo(was.getLong("balance"));
        assertThat(differences.getLong("balanceTo")).isEqualTo(is.getLong("balance"));
        List<Integer> amounts = differences.getList("events.event.amount");
        assertThat(sum(amounts)).isEqualTo(is.getLong("balance") - was.getLong("balance"));
        List<Integer> contributions =
                differences.getList("events.event.findAll { it.type.contains('Contribution') }.amount");
        assertThat(sum(contributions)).isEqualTo(MONTHS_RUN * (3_740 - 3_300));
        assertThat(differences.getList("events.event.findAll { it.type.contains('Contribution') }.filing.id"))
                .hasSize(MONTHS_RUN)
                .containsOnly(correction);

        fund.desk().closeAndRun(NEXT);

        JsonPath bill = bill(fund, SITE);
        String own = "lines.findAll { it.memberNumber == '%s' && it.kind == '%s' }.amount";
        assertThat(sum(bill.getList(own.formatted(member, "ADJUSTMENT")))).isEqualTo(sum(contributions));
        assertThat(sum(bill.getList(own.formatted(member, "LATE_CONTRIBUTION"))))
                .isEqualTo(MONTHS_RUN * 3_300);
        assertThat(bill.<Integer>getList(own.formatted(member, "CONTRIBUTION"))).containsExactly(3_740);
        assertBillsComeToTheRunsTotals(fund);
    }

    private static void assertBillsComeToTheRunsTotals(Fund fund) {
        JsonPath totals = fund.api()
                .as(OFFICER, Program.LEDGER)
                .get("/runs/{id}/totals", run(fund))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        int plans = totals.getList("establishments").size();
        assertThat(plans).isEqualTo(4);
        for (int plan = 0; plan < plans; plan++) {
            String at = "establishments[%d].".formatted(plan);
            JsonPath bill = bill(fund, totals.getString(at + "establishmentNumber"));
            String run = "lines.findAll { it.plan == '%s' && it.kind == 'CONTRIBUTION' }.amount"
                    .formatted(totals.getString(at + "plan"));
            assertThat(sum(bill.getList(run))).isEqualTo(totals.getLong(at + "amount"));
            assertThat(bill.getLong("total")).isEqualTo(sum(bill.getList("lines.amount")));
        }
    }

    private static Map<String, Object> enrolment(int firstBaseSalary) {
        return Map.of(
                "establishmentNumber", SITE,
                "name", "訂正　請求",
                "birthDate", "1992-08-08",
                "acquiredOn", "2024-07-01",
                "firstBaseSalary", firstBaseSalary,
                "channel", "DATA");
    }

    /** The filing that the correction is: no year is closed that it would change, so that nobody decides. */
    private static String correct(Fund fund, String member, String filing, Map<String, Object> right) {
        Map<String, Object> enrolment = new HashMap<>(right);
        enrolment.put("memberNumber", member);
        return file(fund, CLERK, "corrections", Map.of("filingId", filing, "enrolment", enrolment))
                .then()
                .statusCode(201)
                .extract()
                .path("filingId");
    }

    private static Response file(Fund fund, DemoClient caller, String kind, Map<String, Object> body) {
        return fund.api().command(caller, Program.MEMBER, body).post("/filings/" + kind);
    }

    private static Response accounts(Fund fund, String member) {
        return fund.api().as(OFFICER, Program.LEDGER).get("/members/{member}/accounts", member);
    }

    private static String lastRecorded(Fund fund, String member) {
        return fund.api()
                .as(OFFICER, Program.LEDGER)
                .get("/members/{member}/accounts/FIRST/0/history", member)
                .path("events.recordedAt.max()");
    }

    private static JsonPath explanation(Fund fund, String member) {
        return fund.api()
                .as(OFFICER, Program.LEDGER)
                .get("/members/{member}/accounts/FIRST/0/explanation", member)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath differences(Fund fund, String member, String from) {
        return fund.api()
                .as(OFFICER, Program.LEDGER)
                .queryParam("from", from)
                .get("/members/{member}/accounts/FIRST/0/differences", member)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String run(Fund fund) {
        return fund.api()
                .as(OFFICER, Program.LEDGER)
                .get("/runs")
                .path("find { it.kind == 'CONTRIBUTION' && it.period == '%s' }.id".formatted(NEXT));
    }

    private static JsonPath bill(Fund fund, String establishment) {
        return await().atMost(LIMIT)
                .until(
                        () -> fund.api()
                                .as(OFFICER, Program.LEDGER)
                                .get("/establishments/{number}/bills/{month}", establishment, NEXT.toString()),
                        response -> response.statusCode() == 200)
                .jsonPath();
    }

    private static long sum(List<Integer> yen) {
        return yen.stream().mapToLong(Integer::longValue).sum();
    }
}
