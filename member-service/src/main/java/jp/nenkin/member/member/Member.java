package jp.nenkin.member.member;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/**
 * A member with all that is on record and in effect, in the order of time.
 *
 * @param memberships those that the reader may see; the last one may go on
 * @param earlierPeriods those before a take-over
 * @param assets brought from other plans
 * @param address the latest that the reader may see
 */
public record Member(
        MemberNumber number,
        Profile profile,
        List<Membership> memberships,
        List<MembershipPeriod> earlierPeriods,
        List<Asset> assets,
        @Nullable Address address) {

    public Member {
        memberships = List.copyOf(memberships);
        earlierPeriods = List.copyOf(earlierPeriods);
        assets = List.copyOf(assets);
    }

    /** The latest membership at an establishment, whether it goes on or not. */
    public Optional<Membership> latestAt(EstablishmentNumber establishment) {
        return memberships.reversed().stream()
                .filter(membership -> membership.establishment().equals(establishment))
                .findFirst();
    }

    /** The membership that first began with a filing. */
    public Optional<Membership> membership(UUID root) {
        return memberships.stream()
                .filter(membership -> membership.root().equals(root))
                .findFirst();
    }

    /** The assets of a plan. */
    public List<Asset> assetsOf(Plan plan) {
        return assets.stream().filter(each -> each.asset().plan() == plan).toList();
    }
}
