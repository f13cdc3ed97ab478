package jp.nenkin.member.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * A birth date to look at.
 *
 * @param receiptNumber by which proposals are in the order of their arrival
 * @param establishment where the member is or was last; null if no membership is in effect any more
 * @param ending null as long as it is open
 */
record BirthDateProposal(
        UUID id,
        long receiptNumber,
        OnRecord member,
        @Nullable EstablishmentNumber establishment,
        Instant proposedAt,
        @Nullable Ending ending) {

    /** The member as the record has him when it is read. */
    record OnRecord(MemberNumber number, String name, LocalDate birthDate) {}

    /** What became of it. */
    sealed interface Ending {
        Instant at();
    }

    /** The right date was filed. */
    record Filed(Instant at, UUID filing) implements Ending {}

    /** The date on record is right, by somebody's word. */
    record Dismissed(Instant at, String by) implements Ending {}

    ProposalState state() {
        return switch (ending) {
            case null -> ProposalState.OPEN;
            case Filed _ -> ProposalState.FILED;
            case Dismissed _ -> ProposalState.DISMISSED;
        };
    }
}
