package jp.nenkin.member.filing;

import jp.nenkin.member.member.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * What an enrolment may say besides.
 *
 * @param insuredNumber within the establishment, 1 to 6 digits
 * @param postcode 7 digits
 */
record EnrolmentDetails(
        Particulars particulars,
        @Nullable Integer insuredNumber,
        @Nullable String postcode,
        @Nullable String address) {
    static final EnrolmentDetails NONE = new EnrolmentDetails(Particulars.NONE, null, null, null);

    boolean hasAddress() {
        return postcode != null || address != null;
    }
}
