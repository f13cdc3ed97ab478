package jp.nenkin.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoEstablishment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a check says a file would cost is what the file then costs, for every kind of row and however late. */
@ExtendWith(FundExtension.class)
class FileEffectsTest {
    private static final String SITE = DemoEstablishment.FIRST_ONLY.number();
    private static final DemoClient CLERK = DemoClient.establishment(SITE);
    private static final DemoClient OFFICER = DemoClient.officerA();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> COLUMNS = List.of(
            "type",
            "establishmentNumber",
            "memberNumber",
            "name",
            "birthDate",
            "acquiredOn",
            "firstBaseSalary",
            "lostOn",
            "cause",
            "effectiveFrom",
            "newName",
            "changedOn",
            "plan",
            "amount",
            "assetReceivedOn",
            "source",
            "creditedMonths",
            "filingId",
            "correctedType");
    private static final String LATE = "見積　遅";
    private static final String NEW = "見積　新";
    private static final String BRIEF = "見積　短";

    /** A filing that was taken. */
    private record Taken(String filing, String member) {}

    @Test
    void the_yen_of_a_check_are_those_that_the_ledger_posts(Fund fund) {
        Taken leaver = enrolled(fund, "見積　退");
        Taken cancelled = raised(fund, enrolled(fund, "見積　消"));
        Taken corrected = raised(fund, enrolled(fund, "見積　訂"));
        byte[] file = file(leaver, cancelled, corrected);
        List<String> known = List.of(leaver.member(), cancelled.member(), corrected.member());
        Map<String, Map<String, Long>> before = contributions(fund, known);
        int files = filesSoFar(fund);

        JsonPath check = check(fund, OFFICER, file);

        assertThat(check.getString("state")).isEqualTo("PROCESSED");
        assertThat(check.getBoolean("effectsUnavailable")).isFalse();
        assertThat(check.getList("rows.state")).hasSize(10).containsOnly("PROCESSED");
        assertThat(check.getString("nextBill.month"))
                .isEqualTo(Fund.LAST_MONTH.plusMonths(1).toString());
        assertThat(check.getLong("nextBill.plans[0].lines")).isEqualTo(sum(check.getList("rows.effect.lines")));
        // In comes 3,520, out goes 3,300; a rise of 220 is cancelled and another corrected to twice that.
        assertThat(check.getLong("nextBill.plans[0].regular")).isEqualTo(3_520 - 3_300 - 220 + 220);
        assertThat(check.getBoolean("rows[0].due.overdue")).isTrue();
        assertThat(check.getString("rows[0].milestones.rightFrom")).isEqualTo("2027-11-01");
        // A name is none of the ledger's business.
        assertThat(check.<Object>get("rows[9].effect")).isNull();
        assertThatTheEstablishmentIsToldTheSame(check, check(fund, CLERK, file));
        assertThat(contributions(fund, known)).isEqualTo(before);
        assertThat(filesSoFar(fund)).isEqualTo(files);

        Map<Integer, String> members = sent(fund, file);
        Map<String, Map<String, Long>> expected = new TreeMap<>(before);
        check.<Map<String, Object>>getList("rows")
                .forEach(row ->
                        expected.merge(members.get((Integer) row.get("line")), effect(row), FileEffectsTest::plus));
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(contributions(fund, List.copyOf(expected.keySet())))
                        .isEqualTo(expected));
    }

    /** But of what comes too late to take effect without an officer, and of what builds on that. */
    private static void assertThatTheEstablishmentIsToldTheSame(JsonPath officers, JsonPath own) {
        assertThat(own.getList("rows.state"))
                .isEqualTo(List.of(
                        "RECEIVED",
                        "RETURNED",
                        "PROCESSED",
                        "RECEIVED",
                        "RETURNED",
                        "RECEIVED",
                        "PROCESSED",
                        "PROCESSED",
                        "PROCESSED",
                        "PROCESSED"));
        for (int row : new int[] {2, 6, 7, 8, 9}) {
            assertThat(own.<Object>get("rows[%d]".formatted(row))).isEqualTo(officers.get("rows[%d]".formatted(row)));
        }
    }

    private static byte[] file(Taken leaver, Taken cancelled, Taken corrected) {
        return csv(
                joining(LATE, "2024-11-05"),
                Map.of(
                        "type", "BaseSalaryChange",
                        "name", LATE,
                        "birthDate", "1991-03-03",
                        "effectiveFrom", "2025-10-01",
                        "firstBaseSalary", "320000"),
                joining(NEW, "2026-06-01"),
                joining(BRIEF, "2025-04-01"),
                Map.of(
                        "type", "Loss",
                        "name", BRIEF,
                        "birthDate", "1991-03-03",
                        "lostOn", "2026-02-16",
                        "cause", "RETIREMENT"),
                Map.of(
                        "type", "Loss",
                        "memberNumber", leaver.member(),
                        "lostOn", "2026-02-16",
                        "cause", "RETIREMENT"),
                Map.of("type", "Cancellation", "filingId", cancelled.filing()),
                Map.of(
                        "type", "Correction",
                        "memberNumber", corrected.member(),
                        "filingId", corrected.filing(),
                        "correctedType", "BaseSalaryChange",
                        "effectiveFrom", "2025-10-01",
                        "firstBaseSalary", "340000"),
                Map.of(
                        "type", "TransferIn",
                        "memberNumber", corrected.member(),
                        "plan", "FIRST",
                        "amount", "500000",
                        "assetReceivedOn", "2026-06-10",
                        "source", "企業年金連合会",
                        "creditedMonths", "12"),
                Map.of(
                        "type", "NameChange",
                        "memberNumber", corrected.member(),
                        "newName", "見積　改",
                        "changedOn", "2026-06-01"));
    }

    private static Map<String, String> joining(String name, String acquiredOn) {
        return Map.of(
                "type", "Enrolment",
                "name", name,
                "birthDate", "1991-03-03",
                "acquiredOn", acquiredOn,
                "firstBaseSalary", "300000");
    }

    @SafeVarargs
    private static byte[] csv(Map<String, String>... rows) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (Map<String, String> row : rows) {
            Map<String, String> cells = new HashMap<>(row);
            cells.put("establishmentNumber", SITE);
            text.append(String.join(
                            ",",
                            COLUMNS.stream()
                                    .map(column -> cells.getOrDefault(column, ""))
                                    .toList()))
                    .append("\r\n");
        }
        return text.toString().getBytes(UTF_8);
    }

    /** Somebody whom the ledger has posted from July 2025 on. */
    private static Taken enrolled(Fund fund, String name) {
        Taken taken = filed(
                fund,
                "enrolments",
                Map.of(
                        "name",
                        name,
                        "birthDate",
                        "1991-03-03",
                        "acquiredOn",
                        "2025-07-01",
                        "firstBaseSalary",
                        300_000));
        posted(fund, taken, 3_300);
        return taken;
    }

    private static Taken raised(Fund fund, Taken member) {
        Taken taken = filed(
                fund,
                "base-salary-changes",
                Map.of("memberNumber", member.member(), "effectiveFrom", "2025-10-01", "firstBaseSalary", 320_000));
        posted(fund, taken, 3_520);
        return taken;
    }

    private static Taken filed(Fund fund, String kind, Map<String, Object> content) {
        Map<String, Object> body = new HashMap<>(content);
        body.put("establishmentNumber", SITE);
        body.put("channel", "DATA");
        JsonPath taken = fund.api()
                .command(OFFICER, Program.MEMBER, body)
                .post("/filings/" + kind)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Taken(taken.getString("filingId"), taken.getString("memberNumber"));
    }

    private static void posted(Fund fund, Taken taken, long amount) {
        await().atMost(LIMIT)
                .until(() -> contributions(fund, taken.member())
                        .getOrDefault(Fund.LAST_MONTH.toString(), 0L)
                        .equals(amount));
    }

    private static Map<String, Map<String, Long>> contributions(Fund fund, List<String> members) {
        Map<String, Map<String, Long>> found = new TreeMap<>();
        members.forEach(member -> found.put(member, contributions(fund, member)));
        return found;
    }

    /** Yen by month, corrections included; nothing of whom the ledger does not know yet. */
    private static Map<String, Long> contributions(Fund fund, String member) {
        Response history =
                fund.api().as(OFFICER, Program.LEDGER).get("/members/{member}/accounts/FIRST/0/history", member);
        return history.statusCode() == 200
                ? byMonth(history.jsonPath().getList("events.findAll { it.type.contains('Contribution') }.data"))
                : Map.of();
    }

    private static Map<String, Long> byMonth(List<Map<String, Object>> lines) {
        Map<String, Long> yen = new TreeMap<>();
        lines.forEach(line -> yen.merge((String) line.get("month"), yen(line), Long::sum));
        return yen;
    }

    @SuppressWarnings("unchecked") // As the answer is.
    private static Map<String, Long> effect(Map<String, Object> row) {
        Map<String, Object> effect = (Map<String, Object>) row.getOrDefault("effect", Map.of());
        return byMonth((List<Map<String, Object>>) effect.getOrDefault("lines", List.of()));
    }

    private static Map<String, Long> plus(Map<String, Long> some, Map<String, Long> more) {
        Map<String, Long> yen = new TreeMap<>(some);
        more.forEach((month, amount) -> yen.merge(month, amount, Long::sum));
        return yen;
    }

    private static JsonPath check(Fund fund, DemoClient caller, byte[] file) {
        return fund.api()
                .as(caller, Program.MEMBER)
                .contentType(ContentType.BINARY)
                .queryParam("establishmentNumber", SITE)
                .body(file)
                .post("/filing-files/check")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int filesSoFar(Fund fund) {
        return fund.api()
                .as(CLERK, Program.MEMBER)
                .queryParam("establishmentNumber", SITE)
                .get("/filing-files")
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("files")
                .size();
    }

    /** Sends the file, waits for its end, and tells whose each line is. */
    private static Map<Integer, String> sent(Fund fund, byte[] file) {
        String path = fund.api()
                .as(OFFICER, Program.MEMBER)
                .contentType(ContentType.BINARY)
                .queryParam("establishmentNumber", SITE)
                .body(file)
                .post("/filing-files")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String at = path.substring(path.indexOf("/filing-files"));
        await().atMost(LIMIT)
                .until(
                        () -> fund.api().as(CLERK, Program.MEMBER).get(at).path("state"),
                        state -> !"RECEIVED".equals(state));
        List<Map<String, Object>> rows = new ArrayList<>(fund.api()
                .as(CLERK, Program.MEMBER)
                .get(at + "/rows")
                .jsonPath()
                .getList("rows"));
        Map<Integer, String> members = new HashMap<>();
        rows.forEach(row -> members.put((Integer) row.get("line"), (String) row.get("memberNumber")));
        return members;
    }

    private static long yen(Map<String, Object> line) {
        return ((Number) Objects.requireNonNull(line.get("amount"))).longValue();
    }

    private static long sum(List<List<Map<String, Object>>> lines) {
        return lines.stream()
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .mapToLong(FileEffectsTest::yen)
                .sum();
    }
}
