package jp.nenkin.ledger.benefit;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Shown;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who waits for a rate, over HTTP; for officers. */
@Path("/awaited-rates")
@Produces(MediaType.APPLICATION_JSON)
public class AwaitedRateResource {
    private final AwaitedRates awaitedRates;
    private final Callers callers;
    private final Shown shown;

    AwaitedRateResource(AwaitedRates awaitedRates, Callers callers, Shown shown) {
        this.awaitedRates = awaitedRates;
        this.callers = callers;
        this.shown = shown;
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
        List<AwaitedRateAnswer> answers = awaitedRates.waiting().stream()
                .map(each -> new AwaitedRateAnswer(each.member().toString(), each.fiscalYear(), each.refusal()))
                .toList();
        shown.members(answers.stream().map(AwaitedRateAnswer::memberNumber).toList());
        return answers;
    }
}
