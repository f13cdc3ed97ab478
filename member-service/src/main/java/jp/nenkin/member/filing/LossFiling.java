package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.events.LossCause;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * The filing 資格喪失届: a membership ends.
 *
 * @param postcode 7 digits
 * @param address after leaving
 */
record LossFiling(
        EstablishmentNumber establishment,
        MemberNumber memberNumber,
        LocalDate lostOn,
        LossCause cause,
        @Nullable String postcode,
        @Nullable String address)
        implements Correctable {

    /** Without an address. */
    LossFiling(EstablishmentNumber establishment, MemberNumber memberNumber, LocalDate lostOn, LossCause cause) {
        this(establishment, memberNumber, lostOn, cause, null, null);
    }

    boolean hasAddress() {
        return postcode != null || address != null;
    }

    @Override
    public FiledType type() {
        return FiledType.LOSS;
    }
}
