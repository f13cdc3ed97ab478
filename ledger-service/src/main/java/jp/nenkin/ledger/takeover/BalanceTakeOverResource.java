package jp.nenkin.ledger.takeover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.FiscalYear;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.problem.LedgerProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The second half of a take-over: the balances, after member-service has taken over the members. */
@Path("/take-over/balances")
@Produces(MediaType.APPLICATION_JSON)
public class BalanceTakeOverResource {
    private static final long LARGEST_BALANCE = 1_000_000_000_000L;

    private final BalanceTakeOvers takeOvers;
    private final Idempotency idempotency;
    private final Callers callers;

    BalanceTakeOverResource(BalanceTakeOvers takeOvers, Idempotency idempotency, Callers callers) {
        this.takeOvers = takeOvers;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    /** A batch with the totals that the former system states. */
    public record BatchBody(
            @NotNull @Valid ControlTotals controlTotals,
            @NotNull @Size(min = 1, max = 5000) List<@NotNull @Valid BalanceBody> balances) {}

    /** What the batch must add up to; balances in yen. */
    public record ControlTotals(
            @NotNull @PositiveOrZero Integer accounts,
            @NotNull @PositiveOrZero Long balanceTotal) {}

    /**
     * One account's balance, in yen, right after its last crediting.
     *
     * @param ordinal 0 for the ordinary account, 1 and up for a transferred asset
     * @param creditedOn a 31 March
     */
    public record BalanceBody(
            @NotNull @Pattern(regexp = "[0-9]{10}") String memberNumber,
            @NotNull Plan plan,
            @NotNull @Min(0) @Max(999) Integer ordinal,
            @NotNull LocalDate creditedOn,
            @NotNull @Min(0) @Max(LARGEST_BALANCE) Long balance) {}

    @POST
    @Operation(summary = "Take over the balances of a former system, all or none (operator)")
    @APIResponseSchema(value = ControlTotals.class, responseCode = "200")
    @APIResponse(
            responseCode = "409",
            description = "member-not-yet-known with Retry-After, idempotency-key-in-progress")
    @APIResponse(
            responseCode = "422",
            description = "balance-refused, balance-duplicated, credited-on-not-31-march, control-totals-differ,"
                    + " idempotency-key-reused")
    public Response takeOver(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull @Valid BatchBody body) {
        callers.operator();
        return idempotency.once(key, "take-over-balances", body, () -> {
            ControlTotals found = checked(body);
            takeOvers.takeOver(body.balances().stream()
                    .map(BalanceTakeOverResource::balance)
                    .toList());
            return Answer.ok(found);
        });
    }

    private static ControlTotals checked(BatchBody body) {
        Set<AccountId> accounts = new HashSet<>();
        long total = 0;
        for (BalanceBody each : body.balances()) {
            BalanceTakeOver balance = balance(each);
            if (!accounts.add(balance.account())) {
                throw Problem.of(LedgerProblem.BALANCE_DUPLICATED)
                        .with("account", balance.account().toString());
            }
            if (!each.creditedOn().equals(FiscalYear.of(each.creditedOn()).lastDay())) {
                throw Problem.of(LedgerProblem.CREDITED_ON_NOT_31_MARCH);
            }
            total = Math.addExact(total, each.balance());
        }
        ControlTotals found = new ControlTotals(accounts.size(), total);
        if (!found.equals(body.controlTotals())) {
            throw Problem.of(LedgerProblem.CONTROL_TOTALS_DIFFER)
                    .with("stated", text(body.controlTotals()))
                    .with("actual", text(found));
        }
        return found;
    }

    private static String text(ControlTotals totals) {
        return totals.accounts() + " / " + totals.balanceTotal();
    }

    private static BalanceTakeOver balance(BalanceBody body) {
        AccountId account = new AccountId(MemberNumber.parse(body.memberNumber()), body.plan(), body.ordinal());
        return new BalanceTakeOver(account, body.creditedOn(), new Yen(body.balance()));
    }
}
