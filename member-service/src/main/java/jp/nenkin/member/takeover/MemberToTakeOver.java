package jp.nenkin.member.takeover;

import java.time.LocalDate;
import java.util.List;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.FiledBases;
import jp.nenkin.member.member.MemberNumber;

/** A member as a former system has him. */
record MemberToTakeOver(
        MemberNumber number,
        String name,
        LocalDate birthDate,
        EstablishmentNumber establishment,
        LocalDate acquiredOn,
        FiledBases bases,
        List<MembershipPeriod> earlierPeriods,
        List<TransferredAsset> transferredAssets) {

    /** The day on which the person first became a member. */
    LocalDate firstAcquiredOn() {
        return earlierPeriods.isEmpty() ? acquiredOn : earlierPeriods.getFirst().acquiredOn();
    }
}
