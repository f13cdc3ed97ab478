package jp.nenkin.member.filer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/**
 * An establishment's leave to a consultant to file for it.
 *
 * @param until the first day on which it holds no more; null while no end is known
 * @param givenBy the caller's id
 */
record Delegation(
        UUID id,
        EstablishmentNumber establishment,
        ConsultantCode consultant,
        LocalDate from,
        @Nullable LocalDate until,
        Instant givenAt,
        String givenBy) {

    /** Whether there is a day on which it holds and another, from one day until another, does too. */
    boolean meets(LocalDate otherFrom, @Nullable LocalDate otherUntil) {
        return (until == null || otherFrom.isBefore(until)) && (otherUntil == null || from.isBefore(otherUntil));
    }
}
