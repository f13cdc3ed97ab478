package jp.nenkin.ledger.bill;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.YearMonth;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.problem.LedgerProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Bills over HTTP, for officers and for the establishment. */
@Path("/establishments/{number}/bills")
@Produces(MediaType.APPLICATION_JSON)
public class BillResource {
    private final Bills bills;
    private final Callers callers;

    BillResource(Bills bills, Callers callers) {
        this.bills = bills;
        this.callers = callers;
    }

    @GET
    @Path("/{month}")
    @Transactional
    @Operation(summary = "The bill (掛金計算書) of a month (officer, the establishment)")
    @APIResponse(responseCode = "200", description = "the bill with its lines")
    @APIResponse(responseCode = "404", description = "not-found: nothing to bill, or the month is not run yet")
    @APIResponse(responseCode = "409", description = "bill-not-ready: the month is run, try again in a moment")
    public Bill find(
            @PathParam("number") @Pattern(regexp = "[0-9]{7}") String number,
            @PathParam("month") @Pattern(regexp = "[0-9]{4}-(0[1-9]|1[0-2])") String month) {
        callers.officerOrEstablishment(number);
        YearMonth wanted = YearMonth.parse(month);
        // Asked for before the bill is looked for: what is prepared in between is found.
        boolean awaited = bills.areAwaited(wanted);
        return bills.find(number, wanted)
                .orElseThrow(() -> awaited ? notReady(wanted) : Problem.of(KitProblem.NOT_FOUND));
    }

    private static Problem notReady(YearMonth month) {
        return Problem.of(LedgerProblem.BILL_NOT_READY).with("month", month).retryAfter(Duration.ofSeconds(1));
    }
}
