package jp.nenkin.member.member;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Members over HTTP: to officers, to their own establishments as far as these go, and to themselves. */
@Path("/members")
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {
    private final Members members;
    private final Callers callers;

    MemberResource(Members members, Callers callers) {
        this.members = members;
        this.callers = callers;
    }

    /** A member as answered; of the basic pension number, others than officers see the last 4 digits. */
    public record MemberBody(
            String memberNumber,
            String name,
            @Nullable String nameKana,
            LocalDate birthDate,
            @Nullable Sex sex,
            @Nullable String basicPensionNumber,
            @Nullable String postcode,
            @Nullable String address,
            List<MembershipBody> memberships,
            List<MembershipPeriod> earlierPeriods,
            List<TransferredAssetBody> transferredAssets) {}

    /** An asset brought from another plan; of one taken over, the ledger has the amount. */
    public record TransferredAssetBody(
            int ordinal,
            Plan plan,
            LocalDate receivedOn,
            String source,
            int creditedMonths,
            @Nullable Long amount,
            UUID filingId) {}

    /** A period at an establishment; without a loss while it goes on. */
    public record MembershipBody(
            String establishmentNumber,
            LocalDate acquiredOn,
            @Nullable MembershipLossBody loss,
            List<BaseSalaryBody> baseSalaries,
            @Nullable String insuredNumber,
            UUID filingId) {}

    /** The end of a membership. */
    public record MembershipLossBody(LocalDate lostOn, LossCause cause, UUID filingId) {}

    /** A base salary from a day on; one that was replaced stays, and the later one names its filing. */
    public record BaseSalaryBody(
            Plan plan,
            LocalDate effectiveFrom,
            long baseSalary,
            UUID filingId,
            @Nullable UUID replaces) {}

    @GET
    @Path("/{memberNumber}")
    @Operation(summary = "A member with all on record (officer, own establishments as far as these go, the member)")
    public MemberBody find(@PathParam("memberNumber") @Pattern(regexp = MemberNumber.FORM) String memberNumber) {
        Caller caller = callers.current();
        if (caller instanceof Caller.Member) {
            callers.officerOrMember(memberNumber);
        }
        return members.find(new MemberNumber(memberNumber))
                .map(member -> body(member, caller))
                .orElseThrow(() -> missing(caller));
    }

    /** To an establishment or a consultant a member of others is the same as nobody. */
    private static Problem missing(Caller caller) {
        return switch (caller) {
            case Caller.Establishment _, Caller.Consultant _ -> Callers.forbidden();
            case Caller.Officer _, Caller.Member _ -> Problem.of(KitProblem.NOT_FOUND);
        };
    }

    private static MemberBody body(Member member, Caller caller) {
        Profile profile = member.profile();
        Address address = member.address();
        PensionNumber pensionNumber = profile.particulars().pensionNumber();
        return new MemberBody(
                member.number().value(),
                profile.name(),
                profile.particulars().nameKana(),
                profile.birthDate(),
                profile.particulars().sex(),
                pensionNumber == null ? null : pensionNumber.shownTo(caller),
                address == null ? null : address.postcode(),
                address == null ? null : address.address(),
                member.memberships().stream().map(MemberResource::body).toList(),
                member.earlierPeriods(),
                member.assets().stream().map(MemberResource::body).toList());
    }

    private static TransferredAssetBody body(Asset brought) {
        TransferredAsset asset = brought.asset();
        return new TransferredAssetBody(
                asset.ordinal(),
                asset.plan(),
                asset.receivedOn(),
                asset.source(),
                asset.creditedMonths(),
                brought.amount(),
                brought.filing());
    }

    private static MembershipBody body(Membership membership) {
        Loss loss = membership.loss();
        return new MembershipBody(
                membership.establishment().value(),
                membership.acquiredOn(),
                loss == null ? null : new MembershipLossBody(loss.lostOn(), loss.cause(), loss.filing()),
                membership.baseSalaries().stream().map(MemberResource::body).toList(),
                membership.insuredNumber() == null ? null : String.valueOf(membership.insuredNumber()),
                membership.filing());
    }

    private static BaseSalaryBody body(BaseSalary base) {
        return new BaseSalaryBody(base.plan(), base.effectiveFrom(), base.yen(), base.filing(), base.replaces());
    }
}
