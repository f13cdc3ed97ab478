package jp.nenkin.member.proposal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.Shown;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filer.FilingRights;
import jp.nenkin.member.proposal.BirthDateProposal.Dismissed;
import jp.nenkin.member.proposal.BirthDateProposal.Ending;
import jp.nenkin.member.proposal.BirthDateProposal.Filed;
import jp.nenkin.member.proposal.BirthDateProposals.Wanted;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Birth dates to look at, over HTTP: to officers and to who may file the right ones. */
@Path("/birth-date-proposals")
@Produces(MediaType.APPLICATION_JSON)
public class BirthDateProposalResource {
    private final BirthDateProposals proposals;
    private final Idempotency idempotency;
    private final Callers callers;
    private final FilingRights rights;
    private final Shown shown;

    BirthDateProposalResource(
            BirthDateProposals proposals, Idempotency idempotency, Callers callers, FilingRights rights, Shown shown) {
        this.proposals = proposals;
        this.idempotency = idempotency;
        this.callers = callers;
        this.rights = rights;
        this.shown = shown;
    }

    /** The oldest first; next is the cursor of the next page, absent on the last. */
    public record BirthDateProposalsBody(
            List<BirthDateProposalBody> proposals, @Nullable Long next) {}

    /**
     * A birth date to hold against the employer's documents.
     *
     * @param establishmentNumber where the member is or was last
     * @param name as on record today, with the birth date
     * @param endedAt when it was filed or dismissed
     * @param filingId the filing that said the right date
     * @param dismissedBy the id of who said that the record is right
     */
    public record BirthDateProposalBody(
            UUID id,
            String memberNumber,
            @Nullable String establishmentNumber,
            String name,
            LocalDate birthDate,
            Instant proposedAt,
            ProposalState state,
            @Nullable Instant endedAt,
            @Nullable UUID filingId,
            @Nullable String dismissedBy) {

        static BirthDateProposalBody of(BirthDateProposal proposal) {
            EstablishmentNumber establishment = proposal.establishment();
            Ending ending = proposal.ending();
            return new BirthDateProposalBody(
                    proposal.id(),
                    proposal.member().number().value(),
                    establishment == null ? null : establishment.value(),
                    proposal.member().name(),
                    proposal.member().birthDate(),
                    proposal.proposedAt(),
                    proposal.state(),
                    ending == null ? null : ending.at(),
                    ending instanceof Filed filed ? filed.filing() : null,
                    ending instanceof Dismissed dismissed ? dismissed.by() : null);
        }
    }

    @GET
    @Operation(
            summary = "Members whose birth date on record is in doubt, since somebody who registers a login ID with the"
                    + " number says another (officer all, an establishment its own, a consultant those of who delegated"
                    + " to it)")
    public BirthDateProposalsBody list(
            @QueryParam("establishmentNumber") @Nullable @Pattern(regexp = EstablishmentNumber.FORM)
                    String establishmentNumber,
            @QueryParam("state") @Nullable ProposalState state,
            @QueryParam("cursor") @Nullable Long cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit) {
        EstablishmentNumber establishment =
                establishmentNumber == null ? null : new EstablishmentNumber(establishmentNumber);
        Caller _ = establishment == null ? callers.officerOrAnyFiler() : rights.toSee(establishment);
        BirthDateProposals.Page page = proposals.list(new Wanted(establishment, state), cursor, limit);
        shown.members(page.proposals().stream()
                .map(proposal -> proposal.member().number().value())
                .toList());
        return new BirthDateProposalsBody(
                page.proposals().stream().map(BirthDateProposalBody::of).toList(), page.next());
    }

    @POST
    @Path("/{id}/dismissal")
    @Operation(
            summary = "Say that the birth date on record is right (officer, the establishment itself, its consultant)")
    @APIResponseSchema(value = BirthDateProposalBody.class, responseCode = "200")
    @APIResponse(responseCode = "409", description = "proposal-ended, idempotency-key-in-progress")
    public Response dismiss(@HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") UUID id) {
        Caller caller = callers.officerOrAnyFiler();
        BirthDateProposal proposal = proposals.find(id).orElseThrow(() -> missing(caller));
        if (proposal.establishment() != null) {
            rights.toFile(proposal.establishment());
        }
        shown.members(List.of(proposal.member().number().value()));
        return idempotency.once(
                key,
                "dismiss-birth-date-proposal/" + id,
                Map.of(),
                () -> Answer.ok(BirthDateProposalBody.of(proposals.dismiss(id, caller.id()))));
    }

    /** To others than officers a proposal of somebody else's is the same as none. */
    private static Problem missing(Caller caller) {
        return caller instanceof Caller.Officer ? Problem.of(KitProblem.NOT_FOUND) : Callers.forbidden();
    }
}
