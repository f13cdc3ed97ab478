package jp.nenkin.kit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;

/** Officers look at the events that could not be processed and have them tried again. */
@Path("/parked-events")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedEventsResource {
    private final Callers callers;
    private final ParkedTable parked;
    private final Received received;

    ParkedEventsResource(Callers callers, ParkedTable parked, Received received) {
        this.callers = callers;
        this.parked = parked;
        this.received = received;
    }

    /** Those that wait, in the order they were parked. */
    public record ParkedEvents(List<ParkedEvent> events) {}

    /** The next page follows the position of this one's last event. */
    @GET
    public ParkedEvents list(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        callers.officer();
        return new ParkedEvents(QuarkusTransaction.requiringNew().call(() -> parked.list(after, limit)));
    }

    /**
     * Tries the events of this one's key in order. Repeated, it finds less to do and does no harm, so it needs no
     * Idempotency-Key.
     */
    @POST
    @Path("/{id}/retry")
    public Received.Released retry(@PathParam("id") UUID id) {
        return received.retry(id, callers.operator().id()).orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }
}
