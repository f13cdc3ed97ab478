package jp.nenkin.member.filing;

import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/** What a filing says, of a type that can be corrected by saying it again as it is right. */
sealed interface Correctable permits Enrolment, LossFiling, BaseSalaryChange, TransferIn, NameChange {
    FiledType type();

    EstablishmentNumber establishment();

    /** Whose it is; an enrolment of somebody new does not say. */
    @Nullable
    MemberNumber memberNumber();
}
