package jp.nenkin.ledger;

import static jp.nenkin.ledger.Requests.get;
import static jp.nenkin.ledger.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jp.nenkin.kit.LocalParts;

/** What officers do with the ledger. */
public final class Officers {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Officers() {}

    /** Proposes a rate as one officer and approves it as the other. */
    public static void approveRate(int fiscalYear, String rate) {
        String id = propose(fiscalYear, rate).statusCode(201).extract().path("id");
        approve(id).statusCode(200);
    }

    /** With the evidence that leads to the rate; of years before evidence was kept, with a source. */
    public static ValidatableResponse propose(int fiscalYear, String rate) {
        return post(LocalParts.asOfficer(), "/rate-proposals", proposal(fiscalYear, rate));
    }

    public static Map<String, Object> proposal(int fiscalYear, String rate) {
        if (fiscalYear < 2026) {
            return Map.of("fiscalYear", fiscalYear, "rate", rate, "source", "代議員会議事録");
        }
        String marketReturn = new BigDecimal(rate).add(new BigDecimal("0.5")).toPlainString();
        return Map.of(
                "fiscalYear",
                fiscalYear,
                "rate",
                rate,
                "evidence",
                Map.of("calendarYear", fiscalYear - 1, "assets", List.of(asset("国内債券", "100", marketReturn))));
    }

    public static Map<String, Object> asset(String assetClass, String weight, String marketReturn) {
        return Map.of("assetClass", assetClass, "index", "指数", "weight", weight, "marketReturn", marketReturn);
    }

    /** By the second officer. */
    public static ValidatableResponse approve(String proposal) {
        return post(LocalParts.asOtherOfficer(), "/rate-proposals/" + proposal + "/approval", "");
    }

    public static Map<String, Object> balance(
            String member, String plan, int ordinal, String creditedOn, long balance) {
        return Map.of(
                "memberNumber", member, "plan", plan, "ordinal", ordinal, "creditedOn", creditedOn, "balance", balance);
    }

    /** With the control totals that they add up to. */
    public static ValidatableResponse takeOver(List<Map<String, Object>> balances) {
        long total = 0;
        for (Map<String, Object> balance : balances) {
            total += (long) Objects.requireNonNull(balance.get("balance"));
        }
        return takeOver(balances.size(), total, balances);
    }

    public static ValidatableResponse takeOver(int accounts, long total, List<Map<String, Object>> balances) {
        return post(LocalParts.asOfficer(), "/take-over/balances", batch(accounts, total, balances));
    }

    public static Map<String, Object> batch(int accounts, long total, List<Map<String, Object>> balances) {
        return Map.of("controlTotals", Map.of("accounts", accounts, "balanceTotal", total), "balances", balances);
    }

    public static ValidatableResponse request(String kind, String period) {
        return post(LocalParts.asOfficer(), "/runs", Map.of("kind", kind, "period", period));
    }

    public static ValidatableResponse requestStatements(int fiscalYear, List<Map<String, Object>> cutOffs) {
        return post(LocalParts.asOfficer(), "/statement-runs", Map.of("fiscalYear", fiscalYear, "cutOffs", cutOffs));
    }

    /** Waits for the end of the run that was answered. */
    public static JsonPath ended(ValidatableResponse requested) {
        String run = requested.statusCode(202).extract().header("Location");
        return await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> get(run).statusCode(200).extract().jsonPath(),
                        now -> !now.getString("status").equals("OPEN"));
    }

    public static JsonPath completed(ValidatableResponse requested) {
        JsonPath ended = ended(requested);
        assertThat(ended.getString("status")).as(ended.getString("reason")).isEqualTo("COMPLETED");
        return ended;
    }

    /** Closes months and runs their contributions. */
    public static void runMonths(String first, String last) {
        List<YearMonth> months = Stream.iterate(
                        YearMonth.parse(first),
                        month -> !month.isAfter(YearMonth.parse(last)),
                        month -> month.plusMonths(1))
                .toList();
        MemberEvents.close(months);
        months.forEach(month -> completed(request("CONTRIBUTION", month.toString())));
    }

    /** An account as it is answered. */
    public static Map<String, Object> account(String member, String plan, int ordinal) {
        return get("/members/" + member + "/accounts")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("accounts.find { it.plan == '%s' && it.ordinal == %d }".formatted(plan, ordinal));
    }

    public static int balance(String member, String plan) {
        return (int) Objects.requireNonNull(account(member, plan, 0).get("balance"));
    }

    /** The events of an account in a fiscal year, as they are answered. */
    public static JsonPath history(String member, String plan, int fiscalYear) {
        return history(member, plan, 0, fiscalYear);
    }

    public static JsonPath history(String member, String plan, int ordinal, int fiscalYear) {
        return get("/members/%s/accounts/%s/%d/history?fiscalYear=%d".formatted(member, plan, ordinal, fiscalYear))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Why the events of a member wait, in their order. */
    public static List<String> parked(String member) {
        return new ArrayList<>(get("/parked-events?limit=500")
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("events.findAll { it.key == '%s' }.reason".formatted(member), String.class));
    }

    public static String parkedId(String member) {
        return get("/parked-events?limit=500")
                .statusCode(200)
                .extract()
                .path("events.find { it.key == '%s' }.id".formatted(member));
    }

    public static ValidatableResponse retry(String parked) {
        return post(LocalParts.asOfficer(), "/parked-events/" + parked + "/retry", "");
    }
}
