package jp.nenkin.member.filing;

import jp.nenkin.member.eligibility.AdmissionReason;
import jp.nenkin.member.member.Particulars;
import org.jspecify.annotations.Nullable;

/**
 * What an enrolment may say besides.
 *
 * @param insuredNumber within the establishment, 1 to 6 digits
 * @param postcode 7 digits
 * @param admission why one is let in who cannot reach the months for a right
 */
record EnrolmentDetails(
        Particulars particulars,
        @Nullable Integer insuredNumber,
        @Nullable String postcode,
        @Nullable String address,
        @Nullable AdmissionReason admission) {
    static final EnrolmentDetails NONE = new EnrolmentDetails(Particulars.NONE, null, null, null, null);

    boolean hasAddress() {
        return postcode != null || address != null;
    }
}
