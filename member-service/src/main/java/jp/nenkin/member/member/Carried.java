package jp.nenkin.member.member;

import java.util.List;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.member.eligibility.CountedMonths;

/**
 * What somebody who comes back carries towards a right.
 *
 * @param periods his memberships that have ended, at whatever establishment, and those before a take-over
 * @param hasAsset whether an asset brought from another plan is on record
 */
public record Carried(List<MembershipPeriod> periods, boolean hasAsset) {

    public Carried {
        periods = List.copyOf(periods);
    }

    /** What a newcomer carries. */
    public static Carried nothing() {
        return new Carried(List.of(), false);
    }

    /** The calendar months of the periods, each once; the ledger alone knows for which a benefit was paid. */
    public int months() {
        return CountedMonths.of(periods);
    }
}
