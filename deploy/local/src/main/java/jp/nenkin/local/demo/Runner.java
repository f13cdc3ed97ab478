package jp.nenkin.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.LocalFault;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.FundApi.Command;

/** Closes months and has the ledger run them, and waits for what it asked for. */
final class Runner {
    private static final Duration RUN_LIMIT = Duration.ofMinutes(3);
    private static final DemoClient OFFICER = DemoClient.officerA();

    private final FundApi api;
    private final long seed;
    private final RetryPolicy<JsonNode> untilEnded = whileStatusIs("OPEN");
    private final RetryPolicy<JsonNode> untilPublished = whileStatusIs("RUNNING");

    Runner(FundApi api, long seed) {
        this.api = api;
        this.seed = seed;
    }

    private static RetryPolicy<JsonNode> whileStatusIs(String status) {
        return RetryPolicy.<JsonNode>builder()
                .handleResultIf(body -> body.path("status").asText().equals(status))
                .abortOn(LocalFault.class)
                .withDelay(Duration.ofMillis(30))
                .withMaxRetries(-1)
                .withMaxDuration(RUN_LIMIT)
                .build();
    }

    void closeAndRun(YearMonth month) {
        Map<String, String> body = Map.of("month", month.toString());
        api.post(command(Program.MEMBER, "/month-closings", "close/" + month), body);
        run("CONTRIBUTION", month.toString());
        refuseParked();
    }

    void interest(int fiscalYear) {
        run("INTEREST", Integer.toString(fiscalYear));
        refuseParked();
    }

    /** Filings count that were received by 21 April; members taken over count whenever that was. */
    void statements(int fiscalYear) {
        String lastDay = LocalDate.of(fiscalYear + 1, 4, 21).toString();
        List<Map<String, Object>> cutOffs = Stream.of(
                        FilingType.ENROLMENT, FilingType.BASE_SALARY_CHANGE, FilingType.LOSS)
                .flatMap(type -> Stream.of(FilingChannel.values())
                        .map(channel -> Map.<String, Object>of("type", type, "channel", channel, "lastDay", lastDay)))
                .toList();
        await(api.post(
                command(Program.LEDGER, "/statement-runs", "run/STATEMENT/" + fiscalYear),
                Map.of("fiscalYear", fiscalYear, "cutOffs", cutOffs)));
        refuseParked();
    }

    /** Puts the year's notices into the members' inboxes and waits until all lie there; mails follow. */
    void publish(int fiscalYear) {
        JsonNode requested = api.post(
                command(Program.NOTICE, "/publications", "publish/" + fiscalYear), Map.of("fiscalYear", fiscalYear));
        String path = "/publications/" + requested.path("id").asText();
        JsonNode publication = Failsafe.with(untilPublished).get(() -> api.get(Program.NOTICE, path, OFFICER));
        if (!publication.path("status").asText().equals("COMPLETED")) {
            throw new LocalFault(
                    "the notices of %d are not out within %d minutes".formatted(fiscalYear, RUN_LIMIT.toMinutes()));
        }
        refuseParked();
    }

    private void run(String kind, String period) {
        await(api.post(
                command(Program.LEDGER, "/runs", "run/" + kind + "/" + period),
                Map.of("kind", kind, "period", period)));
    }

    private void await(JsonNode requested) {
        String path = "/runs/" + requested.path("id").asText();
        JsonNode run = Failsafe.with(untilEnded).get(() -> api.get(Program.LEDGER, path, OFFICER));
        String status = run.path("status").asText();
        if (!status.equals("COMPLETED")) {
            String name = run.path("kind").asText() + " " + run.path("period").asText();
            throw new LocalFault(
                    status.equals("OPEN")
                            ? "the run %s has not ended within %d minutes".formatted(name, RUN_LIMIT.toMinutes())
                            : "the run %s is %s: %s"
                                    .formatted(name, status, run.path("reason").asText()));
        }
    }

    /** The run has passed everything filed before the month was closed, so whatever was parked of it shows. */
    private void refuseParked() {
        for (Program program : List.of(Program.MEMBER, Program.LEDGER, Program.NOTICE)) {
            JsonNode parked =
                    api.get(program, "/parked-events", OFFICER).path("events").path(0);
            if (!parked.isMissingNode()) {
                throw new LocalFault("%s parked %s of %s: %s"
                        .formatted(
                                program.label(),
                                parked.path("type").asText(),
                                parked.path("key").asText(),
                                parked.path("reason").asText()));
            }
        }
    }

    private Command command(Program program, String path, String place) {
        return new Command(program, path, OFFICER, "demo-%d/%s".formatted(seed, place));
    }
}
