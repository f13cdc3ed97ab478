package jp.nenkin.member.member;

import java.util.List;
import java.util.Optional;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.member.establishment.EstablishmentNumber;

/**
 * A member with all that is on record, in the order of time.
 *
 * @param memberships those that the reader may see; the last one may go on
 * @param earlierPeriods those before a take-over
 */
public record Member(
        MemberNumber number,
        Profile profile,
        List<Membership> memberships,
        List<MembershipPeriod> earlierPeriods,
        List<TransferredAsset> transferredAssets) {

    public Member {
        memberships = List.copyOf(memberships);
        earlierPeriods = List.copyOf(earlierPeriods);
        transferredAssets = List.copyOf(transferredAssets);
    }

    /** The latest membership at an establishment, whether it goes on or not. */
    public Optional<Membership> latestAt(EstablishmentNumber establishment) {
        return memberships.reversed().stream()
                .filter(membership -> membership.establishment().equals(establishment))
                .findFirst();
    }
}
