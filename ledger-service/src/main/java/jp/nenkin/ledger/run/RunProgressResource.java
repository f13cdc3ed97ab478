package jp.nenkin.ledger.run;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.UUID;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.ProgressStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** A run's progress as a stream of events (SSE): by officers alone. */
@Path("/runs/{id}/progress")
@Produces(MediaType.APPLICATION_JSON)
public class RunProgressResource {
    private final Runs runs;
    private final ProgressStream progress;
    private final Callers callers;
    private final Clock clock;

    RunProgressResource(Runs runs, ProgressStream progress, Callers callers, Clock clock) {
        this.runs = runs;
        this.progress = progress;
        this.callers = callers;
        this.clock = clock;
    }

    /** The state at once, again whenever it has changed, and the last when the run has ended; each state is whole. */
    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "A run's progress until it ends (officer)")
    @APIResponse(
            responseCode = "200",
            description = "Events named run, each with an id and the run as its data",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RunResource.RunAnswer.class)))
    public Multi<OutboundSseEvent> progress(@PathParam("id") UUID id, @Context Sse sse) {
        callers.officer();
        if (runs.find(id).isEmpty()) {
            throw Problem.of(KitProblem.NOT_FOUND);
        }
        return progress.follow(() -> runs.find(id).orElseThrow(), run -> run.status() == RunStatus.OPEN)
                .map(run -> event(run, sse));
    }

    private OutboundSseEvent event(Run run, Sse sse) {
        return sse.newEventBuilder()
                .name("run")
                .id("%s-%d-%d".formatted(run.status(), run.done(), run.total()))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(RunResource.RunAnswer.class, RunResource.RunAnswer.of(run, clock.instant()))
                .build();
    }
}
