package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoEstablishment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Drawn filings of all kinds that cost something, most of them years late and many over a closed year: what a check
 * says of each is what becomes of it, to the yen.
 */
@EnabledIfSystemProperty(named = "long", matches = ".*")
@ExtendWith(FundExtension.class)
class RandomFilingsTest {
    private static final String SITE = DemoEstablishment.BOTH.number();
    private static final DemoClient OFFICER = DemoClient.officerA();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 4, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 1);
    /** All that are credited up to the one in which the first may join; in 2020 the demo fund had nobody. */
    private static final List<Integer> CLOSED_YEARS = List.of(2019, 2021, 2022, FIRST_DAY.getYear());

    private static final List<String> GRADES = List.of("88000", "98000", "200000", "300000", "410000", "650000");

    /** Who are enrolled; half as many more filings are about them. */
    private static final int PEOPLE = 500;

    private final Random random = new Random();

    @Test
    void what_a_check_says_of_drawn_filings_is_what_they_come_to(Fund fund) {
        random.setSeed(fund.seed());
        CLOSED_YEARS.forEach(fund.desk()::closeYear);
        SentFile sender = new SentFile(fund, OFFICER, SITE);
        List<Map<String, String>> joining = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            joining.add(enrolment(person));
        }
        List<Map<String, Object>> joined = assertComesToWhatTheCheckSays(sender, joining, List.of());
        List<String> members =
                joined.stream().map(row -> text(row, "memberNumber")).toList();
        List<Map<String, String>> later = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            later.addAll(later(joining.get(person), joined.get(person)));
        }
        assertThat(joining.size() + later.size()).isGreaterThanOrEqualTo(2 * PEOPLE);
        List<Map<String, Object>> rows = assertComesToWhatTheCheckSays(sender, later, members);
        assertThat(rows).extracting(row -> row.get("state")).contains("PROCESSED");
    }

    /** Checks a file about known members and others, sends it, and answers its rows. */
    private static List<Map<String, Object>> assertComesToWhatTheCheckSays(
            SentFile sender, List<Map<String, String>> filed, List<String> known) {
        byte[] file = SentFile.csv(SITE, filed);
        JsonPath check = sender.check(file);
        assertThat(check.getBoolean("effectsUnavailable")).isFalse();
        List<Map<String, Object>> checked = check.getList("rows");
        assertThat(checked).extracting(row -> row.get("ledgerRefusal")).containsOnlyNulls();
        Map<String, Map<String, Long>> expected = new TreeMap<>();
        known.forEach(member -> expected.put(member, contributions(sender.fund(), member)));

        List<Map<String, Object>> rows = sender.send(file);

        assertThat(rows).hasSameSizeAs(filed);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row).get("state"))
                    .as("%s: %s", filed.get(row), rows.get(row))
                    .isEqualTo(checked.get(row).get("state"));
            String member = (String) rows.get(row).get("memberNumber");
            if (member != null) {
                expected.merge(member, effect(checked.get(row)), RandomFilingsTest::plus);
            }
        }
        // One after another: whoever is right once stays so, and all of them take long to read.
        expected.forEach((member, yen) -> await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(contributions(sender.fund(), member))
                        .as(member)
                        .isEqualTo(yen)));
        return rows;
    }

    private Map<String, String> enrolment(int person) {
        return Map.of(
                "type", "Enrolment",
                "name", "無作為　" + person,
                "birthDate",
                        LocalDate.of(1970, 1, 1)
                                .plusDays(random.nextInt(10_000))
                                .toString(),
                "acquiredOn", day(FIRST_DAY).toString(),
                "firstBaseSalary", grade());
    }

    private LocalDate day(LocalDate from) {
        return from.plusDays(random.nextInt((int) (LAST_DAY.toEpochDay() - from.toEpochDay()) + 1));
    }

    private String grade() {
        return GRADES.get(random.nextInt(GRADES.size()));
    }

    /** One or two filings about somebody, which may be at odds with each other. */
    private List<Map<String, String>> later(Map<String, String> enrolment, Map<String, Object> row) {
        String member = text(row, "memberNumber");
        LocalDate acquiredOn = LocalDate.parse(Objects.requireNonNull(enrolment.get("acquiredOn")));
        return switch (random.nextInt(6)) {
            case 0 -> List.of(raise(member, acquiredOn), loss(member, acquiredOn));
            case 1 -> List.of(loss(member, acquiredOn), raise(member, acquiredOn));
            case 2 -> List.of(raise(member, acquiredOn), raise(member, acquiredOn));
            case 3 -> List.of(corrected(enrolment, row), raise(member, acquiredOn));
            case 4 -> List.of(Map.of("type", "Cancellation", "filingId", text(row, "filingId")));
            default -> List.of(transfer(member, acquiredOn), loss(member, acquiredOn));
        };
    }

    private static String text(Map<String, Object> row, String name) {
        return (String) Objects.requireNonNull(row.get(name));
    }

    private Map<String, String> raise(String member, LocalDate acquiredOn) {
        LocalDate day = day(acquiredOn);
        return Map.of(
                "type",
                "BaseSalaryChange",
                "memberNumber",
                member,
                "effectiveFrom",
                LocalDate.of(day.getYear(), day.getMonthValue() < 7 ? 4 : 10, 1).toString(),
                "firstBaseSalary",
                grade());
    }

    private Map<String, String> loss(String member, LocalDate acquiredOn) {
        return Map.of(
                "type",
                "Loss",
                "memberNumber",
                member,
                "lostOn",
                day(acquiredOn).plusDays(1).toString(),
                "cause",
                "RETIREMENT");
    }

    private Map<String, String> corrected(Map<String, String> enrolment, Map<String, Object> row) {
        Map<String, String> right = new HashMap<>(enrolment);
        right.put("type", "Correction");
        right.put("correctedType", "Enrolment");
        right.put("filingId", text(row, "filingId"));
        right.put("memberNumber", text(row, "memberNumber"));
        right.put("acquiredOn", day(FIRST_DAY).toString());
        right.put("firstBaseSalary", grade());
        return right;
    }

    private Map<String, String> transfer(String member, LocalDate acquiredOn) {
        return Map.of(
                "type",
                "TransferIn",
                "memberNumber",
                member,
                "plan",
                "FIRST",
                "amount",
                Integer.toString(1 + random.nextInt(3_000_000)),
                "assetReceivedOn",
                day(acquiredOn).toString(),
                "source",
                "企業年金連合会",
                "creditedMonths",
                Integer.toString(random.nextInt(120)));
    }

    /** Yen by plan and month, corrections included; nothing of whom the ledger does not know yet. */
    private static Map<String, Long> contributions(Fund fund, String member) {
        Map<String, Long> yen = new TreeMap<>();
        for (Plan plan : Plan.values()) {
            Response history = fund.api()
                    .as(OFFICER, Program.LEDGER)
                    .get("/members/{member}/accounts/{plan}/0/history", member, plan);
            if (history.statusCode() == 200) {
                history.jsonPath()
                        .<Map<String, Object>>getList("events.findAll { it.type.contains('Contribution') }.data")
                        .forEach(line -> add(yen, plan + " " + line.get("month"), line));
            }
        }
        return withoutZeros(yen);
    }

    @SuppressWarnings("unchecked") // As the answer is.
    private static Map<String, Long> effect(Map<String, Object> row) {
        Map<String, Long> yen = new TreeMap<>();
        Map<String, Object> effect = (Map<String, Object>) row.getOrDefault("effect", Map.of());
        ((List<Map<String, Object>>) effect.getOrDefault("lines", List.of()))
                .forEach(line -> add(yen, line.get("plan") + " " + line.get("month"), line));
        return yen;
    }

    private static void add(Map<String, Long> yen, String what, Map<String, Object> line) {
        yen.merge(what, ((Number) Objects.requireNonNull(line.get("amount"))).longValue(), Long::sum);
    }

    private static Map<String, Long> plus(Map<String, Long> some, Map<String, Long> more) {
        Map<String, Long> yen = new TreeMap<>(some);
        more.forEach((what, amount) -> yen.merge(what, amount, Long::sum));
        return withoutZeros(yen);
    }

    /** A month that was posted and taken back comes to what one that was never posted does. */
    private static Map<String, Long> withoutZeros(Map<String, Long> yen) {
        yen.values().removeIf(amount -> amount == 0);
        return yen;
    }
}
