package jp.nenkin.ledger.run;

import static jp.nenkin.ledger.problem.LedgerProblem.PERIOD_MALFORMED;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.StatementPrepared.CutOff;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.statement.CutOffs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Runs over HTTP, for officers: started here, worked on behind, looked at until they are done. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class RunResource {
    private static final int NEWEST = 200;

    private final RunRequests requests;
    private final Runs runs;
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;

    RunResource(RunRequests requests, Runs runs, Idempotency idempotency, Callers callers, Clock clock) {
        this.clock = clock;
        this.requests = requests;
        this.runs = runs;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** The kinds that are started by their period alone. */
    public enum PeriodKind {
        CONTRIBUTION,
        INTEREST
    }

    /**
     * A run to start.
     *
     * @param period a month such as 2024-04 for contributions, a fiscal year such as 2024 for interest
     */
    public record RunBody(
            @NotNull PeriodKind kind,

            @NotNull @Pattern(regexp = "[0-9]{4}(-[0-9]{2})?")
            String period) {}

    /** Statements to prepare, from the filings received by these days. */
    public record StatementRunBody(
            @NotNull @Min(2000) @Max(2100) Integer fiscalYear,
            @NotNull @Size(max = 50) List<@NotNull @Valid CutOffBody> cutOffs) {}

    /** The last day that counts for a filing type and channel. */
    public record CutOffBody(
            @NotNull FilingType type,
            @NotNull FilingChannel channel,
            @NotNull LocalDate lastDay) {}

    /**
     * A run as it stands.
     *
     * @param done how many accounts it has reached
     * @param total how many there are: about as many while the run is open, exactly once it is completed
     * @param perSecond how many it reaches in a second; null while unknown
     * @param secondsLeft how long it takes to reach the others; null while unknown
     * @param events how many events it made
     * @param amount their amounts together, in yen
     * @param reason why it failed or was given up
     */
    public record RunAnswer(
            UUID id,
            RunKind kind,
            String period,
            RunStatus status,
            long done,
            long total,
            @Nullable Long perSecond,
            @Nullable Long secondsLeft,
            long events,
            long amount,
            Instant requestedAt,
            @Nullable Instant completedAt,
            @Nullable String reason) {

        static RunAnswer of(Run run, Instant now) {
            RunRequest request = run.request();
            RunProgress progress = RunProgress.of(run, now);
            return new RunAnswer(
                    request.id(),
                    request.kind(),
                    request.period(),
                    run.status(),
                    run.done(),
                    run.total(),
                    progress.perSecond(),
                    progress.secondsLeft(),
                    run.totals().events(),
                    run.totals().amount().amount(),
                    request.requestedAt(),
                    run.completedAt(),
                    run.reason());
        }
    }

    @POST
    @Path("runs")
    @Operation(summary = "Start the contributions of a month or the interest of a year; once per period (operator)")
    @APIResponseSchema(value = RunAnswer.class, responseCode = "202")
    @APIResponse(responseCode = "400", description = "invalid, malformed, period-malformed")
    @APIResponse(
            responseCode = "409",
            description = "month-not-closed, rate-not-approved, period-not-over, period-already-passed,"
                    + " run-in-progress, idempotency-key-in-progress")
    public Response start(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid RunBody body) {
        Caller.Officer officer = callers.operator();
        return idempotency.once(key, "start-run", body, () -> accepted(start(body, officer)));
    }

    private Run start(RunBody body, Caller.Officer officer) {
        try {
            return switch (body.kind()) {
                case CONTRIBUTION -> requests.contributions(YearMonth.parse(body.period()), officer);
                case INTEREST -> requests.interest(new FiscalYear(Integer.parseInt(body.period())), officer);
            };
        } catch (DateTimeException | NumberFormatException malformed) {
            throw Problem.of(PERIOD_MALFORMED);
        }
    }

    @POST
    @Path("statement-runs")
    @Operation(summary = "Prepare the statements of a fiscal year; once per year (operator)")
    @APIResponseSchema(value = RunAnswer.class, responseCode = "202")
    @APIResponse(
            responseCode = "409",
            description = "earlier-period-not-run, cut-off-not-passed, run-in-progress, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "cut-offs-ambiguous, idempotency-key-reused")
    public Response prepare(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid StatementRunBody body) {
        Caller.Officer officer = callers.operator();
        CutOffs cutOffs = new CutOffs(body.cutOffs().stream()
                .map(day -> new CutOff(day.type(), day.channel(), day.lastDay()))
                .toList());
        return idempotency.once(
                key,
                "prepare-statements",
                body,
                () -> accepted(requests.statements(new FiscalYear(body.fiscalYear()), cutOffs, officer)));
    }

    @GET
    @Path("runs")
    @Transactional
    @Operation(summary = "The newest runs, newest first (officer)")
    public List<RunAnswer> newest() {
        callers.officer();
        return runs.newest(NEWEST).stream().map(this::answer).toList();
    }

    @GET
    @Path("runs/{id}")
    @Transactional
    @Operation(summary = "A run as it stands (officer)")
    public RunAnswer find(@PathParam("id") UUID id) {
        callers.officer();
        return runs.find(id).map(this::answer).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    private Answer accepted(Run run) {
        return Answer.accepted("/runs/" + run.request().id(), answer(run));
    }

    private RunAnswer answer(Run run) {
        return RunAnswer.of(run, clock.instant());
    }
}
