package jp.nenkin.member.reminder;

import java.time.LocalDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/** A member whose membership goes on and who comes, or has come, to the age limit without a filing of the loss. */
record AgeLimitLoss(
        MemberNumber memberNumber, EstablishmentNumber establishmentNumber, String name, LocalDate birthDate) {}
