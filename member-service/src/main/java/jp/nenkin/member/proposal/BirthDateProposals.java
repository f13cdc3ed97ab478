package jp.nenkin.member.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.Career;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.member.Members;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The birth dates that employers are asked to look at: opened by an event, ended by a filing or a dismissal. */
@ApplicationScoped
public class BirthDateProposals {
    private static final Logger LOG = Logger.getLogger(BirthDateProposals.class);

    private final BirthDateProposalTable table;
    private final Members members;

    BirthDateProposals(BirthDateProposalTable table, Members members) {
        this.table = table;
        this.members = members;
    }

    /**
     * Some proposals.
     *
     * @param next the receipt number after which the next page begins, or null after the last
     */
    record Page(List<BirthDateProposal> proposals, @Nullable Long next) {}

    /** Which are asked for; whatever is null is not. */
    record Wanted(
            @Nullable EstablishmentNumber establishment,
            @Nullable ProposalState state) {}

    /**
     * Asks for a look, within the caller's transaction. Of nobody's number, of somebody whom no employer can file for
     * and of somebody who has died nothing is kept: whoever types a number learns nothing by it.
     */
    void propose(MemberNumber member, Instant at) {
        Career career = members.career(member);
        if (career.latest().isEmpty() || career.endedByDeath()) {
            LOG.info("A birth date to look at was proposed of nobody for whom it could be filed");
            return;
        }
        table.open(member, at);
    }

    /** Ends the open proposal of a member, if there is one, within the transaction of the filing of his birth date. */
    public void filed(MemberNumber member, UUID filing) {
        table.file(member, filing);
    }

    /** How many are open of those who are at the establishment, or were last. */
    @Transactional
    public int countOpen(EstablishmentNumber establishment) {
        return table.countOpen(establishment);
    }

    @Transactional
    Page list(Wanted wanted, @Nullable Long after, int limit) {
        List<BirthDateProposal> found =
                table.list(wanted.establishment(), wanted.state(), after == null ? 0 : after, limit + 1);
        List<BirthDateProposal> shown = List.copyOf(found.subList(0, Math.min(found.size(), limit)));
        return new Page(shown, found.size() > limit ? shown.getLast().receiptNumber() : null);
    }

    @Transactional
    Optional<BirthDateProposal> find(UUID id) {
        return table.find(id);
    }

    /** Says that the record is right, within the caller's transaction; refused with a {@link Problem} if it ended. */
    BirthDateProposal dismiss(UUID id, String by) {
        if (!table.dismiss(id, by)) {
            throw Problem.of(ProposalProblem.PROPOSAL_ENDED);
        }
        return table.find(id).orElseThrow();
    }
}
