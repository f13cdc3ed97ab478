package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFact;
import jp.nenkin.local.demo.DemoFact.Bases;
import jp.nenkin.local.demo.DemoFact.Receipt;
import jp.nenkin.local.demo.DemoFact.TakeOver;
import jp.nenkin.local.demo.DemoFund;
import jp.nenkin.local.demo.DemoMember;

/** Where filings are handed in, months are closed and runs are started, over HTTP and by whoever is in charge. */
final class Desk {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final DemoClient OFFICER = DemoClient.officerA();

    private final Api api;
    private final Map<DemoMember, String> numbers = new ConcurrentHashMap<>();

    Desk(Api api) {
        this.api = api;
    }

    String number(DemoMember member) {
        return Objects.requireNonNull(numbers.get(member), member::key);
    }

    /** Hands in one fact about a member and expects it to be taken, by an officer's decision where it comes late. */
    void file(DemoMember member, DemoFact fact) {
        Map<String, Object> body = new HashMap<>();
        body.put("establishmentNumber", member.establishment().number());
        switch (fact) {
            case DemoFact.Enrolment enrolment -> {
                body.put("name", member.name());
                body.put("birthDate", member.birthDate().toString());
                body.put("acquiredOn", enrolment.acquiredOn().toString());
                put(body, enrolment.bases());
                numbers.put(member, taken("enrolments", member, put(body, enrolment.receipt())));
            }
            case DemoFact.BaseSalaryChange change -> {
                body.put("memberNumber", number(member));
                body.put("effectiveFrom", change.effectiveFrom().toString());
                put(body, change.bases());
                taken("base-salary-changes", member, put(body, change.receipt()));
            }
            case DemoFact.Loss loss -> {
                body.put("memberNumber", number(member));
                body.put("lostOn", loss.lostOn().toString());
                body.put("cause", loss.cause().name());
                taken("losses", member, put(body, loss.receipt()));
            }
            case TakeOver taken -> takeOver(member, taken);
        }
    }

    private static void put(Map<String, Object> body, Bases bases) {
        if (bases.first() != null) {
            body.put("firstBaseSalary", bases.first());
        }
        if (bases.secondUnits() != null) {
            body.put("secondUnits", bases.secondUnits());
        }
    }

    private static Map<String, Object> put(Map<String, Object> body, Receipt receipt) {
        body.put("channel", receipt.channel().name());
        if (receipt.receivedOn() != null) {
            body.put("receivedOn", receipt.receivedOn().toString());
        }
        return body;
    }

    private String taken(String kind, DemoMember member, Map<String, Object> body) {
        boolean paper = FilingChannel.PAPER.name().equals(body.get("channel"));
        DemoClient caller = paper
                ? OFFICER
                : DemoClient.establishment(member.establishment().number());
        Response answer = api.command(caller, Program.MEMBER, body).post("/filings/" + kind);
        if (answer.statusCode() == 202) {
            answer = api.command(OFFICER, Program.MEMBER, Map.of())
                    .post("/filings/{id}/acceptance", answer.<String>path("filingId"));
        }
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer.path("memberNumber");
    }

    private void takeOver(DemoMember member, TakeOver taken) {
        Map<String, Object> body = new HashMap<>();
        body.put("memberNumber", taken.number());
        body.put("name", member.name());
        body.put("birthDate", member.birthDate().toString());
        body.put("establishmentNumber", member.establishment().number());
        body.put("acquiredOn", taken.acquiredOn().toString());
        put(body, taken.bases());
        Map<Plan, Long> bases = member.establishment().joining(taken.bases());
        Map<String, Object> totals = Map.of(
                "members",
                1,
                "firstBaseSalaryTotal",
                bases.getOrDefault(Plan.FIRST, 0L),
                "secondBaseSalaryTotal",
                bases.getOrDefault(Plan.SECOND, 0L));
        api.command(OFFICER, Program.MEMBER, Map.of("controlTotals", totals, "members", List.of(body)))
                .post("/take-over/members")
                .then()
                .statusCode(201);
        numbers.put(member, taken.number());
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> takeOverBalances(taken).statusCode() == 200);
    }

    /** Sends the balances of a member once. */
    Response takeOverBalances(TakeOver taken) {
        List<Map<String, Object>> balances = taken.balances().stream()
                .map(balance -> Map.<String, Object>of(
                        "memberNumber",
                        taken.number(),
                        "plan",
                        balance.plan().name(),
                        "ordinal",
                        balance.ordinal(),
                        "creditedOn",
                        taken.creditedOn().toString(),
                        "balance",
                        balance.yen()))
                .toList();
        long total = taken.balances().stream().mapToLong(DemoFact.Balance::yen).sum();
        Map<String, Object> totals = Map.of("accounts", balances.size(), "balanceTotal", total);
        return api.command(OFFICER, Program.LEDGER, Map.of("controlTotals", totals, "balances", balances))
                .post("/take-over/balances");
    }

    /** Closes a month and runs its contributions to the end. */
    void closeAndRun(YearMonth month) {
        api.command(OFFICER, Program.MEMBER, Map.of("month", month.toString()))
                .post("/month-closings")
                .then()
                .statusCode(201);
        run("CONTRIBUTION", month.toString());
    }

    /** Writes down the mail address of a member. */
    void address(DemoMember member) {
        String number = number(member);
        Map<String, Object> body =
                Map.of("memberNumber", number, "email", DemoFund.address(number), "language", "JAPANESE");
        api.command(OFFICER, Program.AUTH, body).post("/contacts").then().statusCode(201);
    }

    /** Tells employers a year's cut-offs, and prepares the figures of its notices from what was received by them. */
    void statements(int fiscalYear, LocalDate lastDay) {
        List<Map<String, Object>> cutOffs = Stream.of(
                        FilingType.ENROLMENT, FilingType.BASE_SALARY_CHANGE, FilingType.LOSS)
                .flatMap(type -> Stream.of(FilingChannel.values())
                        .map(channel -> Map.<String, Object>of(
                                "type", type, "channel", channel, "lastDay", lastDay.toString())))
                .toList();
        api.command(OFFICER, Program.MEMBER, Map.of("cutOffs", cutOffs))
                .put("/cut-offs/{fiscalYear}", fiscalYear)
                .then()
                .statusCode(200);
        start(Program.LEDGER, "/statement-runs", Map.of("fiscalYear", fiscalYear, "cutOffs", cutOffs));
    }

    /** Puts the notices of a year into the inboxes. */
    void publish(int fiscalYear) {
        start(Program.NOTICE, "/publications", Map.of("fiscalYear", fiscalYear));
    }

    /** Closes a year that one officer proposes and another one approves. */
    void closeYear(int fiscalYear) {
        String closing = api.command(OFFICER, Program.LEDGER, Map.of("fiscalYear", fiscalYear))
                .post("/year-closings")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> api.as(OFFICER, Program.LEDGER).get(closing).path("status"), "AGREED"::equals);
        api.command(DemoClient.officerB(), Program.LEDGER, Map.of())
                .post(closing + "/approval")
                .then()
                .statusCode(200);
    }

    /** Starts a run as soon as the ledger is ready for it, and waits until it is complete. */
    void run(String kind, String period) {
        start(Program.LEDGER, "/runs", Map.of("kind", kind, "period", period));
    }

    private void start(Program program, String path, Object body) {
        Response started = await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> api.command(OFFICER, program, body).post(path), response -> response.statusCode() == 202);
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(30))
                .until(
                        () -> api.as(OFFICER, program)
                                .get(started.header("Location"))
                                .as(JsonNode.class)
                                .path("status")
                                .asText(),
                        "COMPLETED"::equals);
    }
}
