package jp.nenkin.member.filer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may file for an establishment.
 *
 * @param userName of the token
 * @param until the first day on which he may no more; null while no end is known
 */
record ListedPerson(
        String userName,
        String name,
        PersonRole role,
        LocalDate from,
        @Nullable LocalDate until) {

    boolean isListedOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
