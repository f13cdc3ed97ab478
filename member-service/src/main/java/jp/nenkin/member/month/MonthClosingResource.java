package jp.nenkin.member.month;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.YearMonth;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Closing months over HTTP: by officers alone. */
@Path("/month-closings")
@Produces(MediaType.APPLICATION_JSON)
public class MonthClosingResource {
    private static final String MONTH = "^[12][0-9]{3}-(0[1-9]|1[0-2])$";

    private final MonthClosings closings;
    private final Idempotency idempotency;
    private final Callers callers;

    MonthClosingResource(MonthClosings closings, Idempotency idempotency, Callers callers) {
        this.closings = closings;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** The month to close. */
    public record CloseBody(
            @NotNull @Pattern(regexp = MONTH) String month) {}

    /** A closed month; without the last until the ledger has posted its contributions. */
    public record MonthClosingBody(
            String month, Instant closedAt, @Nullable Instant contributionRunCompletedAt) {}

    @POST
    @Operation(summary = "Close a month: its filings are complete (operator); 200 if it is closed already")
    @APIResponseSchema(value = MonthClosingBody.class, responseCode = "201")
    @APIResponse(
            responseCode = "200",
            description = "Closed before",
            content = @Content(schema = @Schema(implementation = MonthClosingBody.class)))
    @APIResponse(responseCode = "409", description = "month-out-of-order, idempotency-key-in-progress")
    @APIResponse(responseCode = "422", description = "month-not-begun, idempotency-key-reused")
    public Response close(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid CloseBody body) {
        String officer = callers.operator().id();
        YearMonth month = YearMonth.parse(body.month());
        return idempotency.once(key, "close-month", body, () -> close(month, officer));
    }

    private Answer close(YearMonth month, String officer) {
        return closings.close(month, officer)
                .map(closed -> Answer.created("/month-closings/" + month, body(closed)))
                .orElseGet(() -> Answer.ok(body(closings.find(month).orElseThrow())));
    }

    @GET
    @Path("/{month}")
    @Operation(summary = "A closed month, and when its contribution run was done (officer)")
    public MonthClosingBody find(@PathParam("month") @Pattern(regexp = MONTH) String month) {
        callers.officer();
        return closings.find(YearMonth.parse(month))
                .map(MonthClosingResource::body)
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
    }

    private static MonthClosingBody body(MonthClosing closing) {
        return new MonthClosingBody(closing.month().toString(), closing.closedAt(), closing.runCompletedAt());
    }
}
