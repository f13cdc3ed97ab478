package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * The filing 資格取得届: somebody becomes a member.
 *
 * @param memberNumber of one who was a member before
 */
record Enrolment(
        EstablishmentNumber establishment,
        @Nullable MemberNumber memberNumber,
        String name,
        LocalDate birthDate,
        LocalDate acquiredOn,
        FiledBases bases,
        EnrolmentDetails details)
        implements Correctable {

    /** Without what may be left out. */
    Enrolment(
            EstablishmentNumber establishment,
            @Nullable MemberNumber memberNumber,
            String name,
            LocalDate birthDate,
            LocalDate acquiredOn,
            FiledBases bases) {
        this(establishment, memberNumber, name, birthDate, acquiredOn, bases, EnrolmentDetails.NONE);
    }

    @Override
    public FiledType type() {
        return FiledType.ENROLMENT;
    }
}
