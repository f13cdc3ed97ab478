package jp.nenkin.member.application;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.member.MemberNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The account that a member's benefits are paid to, over HTTP: to officers, and masked to himself. */
@Path("/members/{memberNumber}/bank-account")
@Produces(MediaType.APPLICATION_JSON)
public class BankAccountResource {
    private final Applications applications;
    private final Callers callers;

    BankAccountResource(Applications applications, Callers callers) {
        this.applications = applications;
        this.callers = callers;
    }

    /**
     * The account that benefits are paid to.
     *
     * @param number of which others than officers see the last 3 digits
     * @param holder as transfers between banks carry it; to officers alone
     */
    public record BankAccountBody(
            String bankCode,
            String branchCode,
            AccountKind kind,
            String number,
            @Nullable String holder) {
        static BankAccountBody masked(BankAccount account) {
            return new BankAccountBody(
                    account.bankCode(), account.branchCode(), account.kind(), account.maskedNumber(), null);
        }

        static BankAccountBody whole(BankAccount account) {
            return new BankAccountBody(
                    account.bankCode(),
                    account.branchCode(),
                    account.kind(),
                    account.number(),
                    account.holder().value());
        }
    }

    @GET
    @Operation(summary = "The account that benefits are paid to (officer whole, the member masked)")
    @APIResponseSchema(value = BankAccountBody.class, responseCode = "200")
    @APIResponse(responseCode = "404", description = "not-found, where none is known")
    public BankAccountBody account(
            @PathParam("memberNumber") @Pattern(regexp = MemberNumber.FORM) String memberNumber) {
        Caller caller = callers.officerOrMember(memberNumber);
        BankAccount account = applications
                .account(new MemberNumber(memberNumber))
                .orElseThrow(() -> Problem.of(KitProblem.NOT_FOUND));
        return switch (caller) {
            case Caller.Officer _ -> BankAccountBody.whole(account);
            case Caller.Member _, Caller.Establishment _, Caller.Consultant _ -> BankAccountBody.masked(account);
        };
    }
}
