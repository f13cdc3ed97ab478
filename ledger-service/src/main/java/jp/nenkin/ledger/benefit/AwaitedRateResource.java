package jp.nenkin.ledger.benefit;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.nenkin.kit.Callers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who waits for a rate, over HTTP; for officers. */
@Path("/awaited-rates")
@Produces(MediaType.APPLICATION_JSON)
public class AwaitedRateResource {
    private final AwaitedRates awaitedRates;
    private final Callers callers;

    AwaitedRateResource(AwaitedRates awaitedRates, Callers callers) {
        this.awaitedRates = awaitedRates;
        this.callers = callers;
    }

    /**
     * A member for whom something that was filed waits.
     *
     * @param refusal why it could not be decided when the rate came; absent while it has not come
     */
    public record AwaitedRateAnswer(
            String memberNumber, int fiscalYear, @Nullable String refusal) {}

    @GET
    @Transactional
    @Operation(summary = "Members for whom something waits for the rate of a year, up to 1,000 (officer)")
    public List<AwaitedRateAnswer> awaitedRates() {
        callers.officer();
        return awaitedRates.waiting().stream()
                .map(each -> new AwaitedRateAnswer(each.member().toString(), each.fiscalYear(), each.refusal()))
                .toList();
    }
}
