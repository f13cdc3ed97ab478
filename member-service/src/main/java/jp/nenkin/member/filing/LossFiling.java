package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.events.LossCause;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/** The filing 資格喪失届: a membership ends. */
record LossFiling(EstablishmentNumber establishment, MemberNumber memberNumber, LocalDate lostOn, LossCause cause)
        implements Correctable {
    @Override
    public FiledType type() {
        return FiledType.LOSS;
    }
}
