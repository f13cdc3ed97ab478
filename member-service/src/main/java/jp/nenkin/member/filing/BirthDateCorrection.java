package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/** The filing 生年月日訂正届: a member was born on another day than is on record. */
record BirthDateCorrection(EstablishmentNumber establishment, MemberNumber memberNumber, LocalDate birthDate) {}
