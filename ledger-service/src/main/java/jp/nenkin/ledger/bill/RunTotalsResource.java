package jp.nenkin.ledger.bill;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.problem.LedgerProblem;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.Runs;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The control totals of runs over HTTP, for officers. */
@Path("/runs/{id}/totals")
@Produces(MediaType.APPLICATION_JSON)
public class RunTotalsResource {
    private final Runs runs;
    private final ControlTotals totals;
    private final Callers callers;

    RunTotalsResource(Runs runs, ControlTotals totals, Callers callers) {
        this.runs = runs;
        this.totals = totals;
        this.callers = callers;
    }

    /**
     * A run's control totals.
     *
     * @param accounts how many accounts it gave an event
     * @param amount yen, all establishments together
     */
    public record TotalsAnswer(
            UUID runId, RunKind kind, String period, long accounts, long amount, List<PlanAnswer> establishments) {}

    /** What the run brought the accounts of an establishment and plan, in yen. */
    public record PlanAnswer(String establishmentNumber, String plan, long accounts, long amount) {}

    @GET
    @Transactional
    @Operation(summary = "The control totals of a completed run, by establishment and plan (officer)")
    @APIResponse(responseCode = "200", description = "the totals")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "run-not-completed")
    public TotalsAnswer find(@PathParam("id") UUID id) {
        callers.officer();
        Run run = runs.find(id).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        if (run.status() != RunStatus.COMPLETED) {
            throw Problem.of(LedgerProblem.RUN_NOT_COMPLETED);
        }
        return answer(run, totals.of(run));
    }

    private static TotalsAnswer answer(Run run, List<ControlTotals.OfPlan> found) {
        return new TotalsAnswer(
                run.request().id(),
                run.request().kind(),
                run.request().period(),
                found.stream().mapToLong(ControlTotals.OfPlan::accounts).sum(),
                found.stream().mapToLong(ControlTotals.OfPlan::amount).reduce(0, Math::addExact),
                found.stream()
                        .map(each -> new PlanAnswer(
                                each.establishmentNumber(), each.plan().name(), each.accounts(), each.amount()))
                        .toList());
    }
}
