package jp.nenkin.member.listing;

import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.member.member.MemberNumber;

/**
 * A place in the order of lists; what is added meanwhile moves nothing.
 *
 * @param root the filing that the period first began with, of two that begin on one day
 */
record Place(MemberNumber member, LocalDate acquiredOn, UUID root) {
    /** As a cursor is written. */
    static final String FORM =
            "^[0-9]{10}_[0-9]{4}-(0[1-9]|1[0-2])-[0-9]{2}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

    /**
     * The place that a cursor means; of a day that no month has, the beginning of its month.
     *
     * @throws IllegalArgumentException where it has another form
     */
    static Place of(String cursor) {
        if (!cursor.matches(FORM)) {
            throw new IllegalArgumentException("Not a cursor");
        }
        String[] parts = cursor.split("_", -1);
        LocalDate month = LocalDate.parse(parts[1].substring(0, 8) + "01");
        int day = Integer.parseInt(parts[1].substring(8));
        LocalDate acquiredOn = day >= 1 && day <= month.lengthOfMonth() ? month.withDayOfMonth(day) : month;
        return new Place(new MemberNumber(parts[0]), acquiredOn, UUID.fromString(parts[2]));
    }

    String cursor() {
        return String.join("_", member.value(), acquiredOn.toString(), root.toString());
    }
}
