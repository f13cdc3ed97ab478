package jp.nenkin.member.listing;

import java.time.LocalDate;
import jp.nenkin.events.Plan;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import jp.nenkin.member.name.NameKey;
import org.jspecify.annotations.Nullable;

/**
 * Which periods of membership are listed: those that meet all of it; null asks nothing.
 *
 * @param name a part of the name or of its kana
 * @param plan with a base salary in it
 * @param on the day that the standing is as of
 */
record Asked(
        @Nullable NameKey name,
        @Nullable MemberNumber number,
        @Nullable EstablishmentNumber establishment,
        @Nullable Integer insuredNumber,
        @Nullable Plan plan,
        Standing standing,
        LocalDate on,
        Days acquired,
        Days lost) {

    /** The same, at one establishment. */
    Asked at(EstablishmentNumber only) {
        return new Asked(name, number, only, insuredNumber, plan, standing, on, acquired, lost);
    }
}
