package jp.nenkin.member.filing;

import java.time.LocalDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/**
 * The filing 住所変更届: a member lives elsewhere.
 *
 * @param postcode 7 digits
 */
record AddressChange(
        EstablishmentNumber establishment,
        MemberNumber memberNumber,
        String postcode,
        String address,
        LocalDate changedOn) {}
