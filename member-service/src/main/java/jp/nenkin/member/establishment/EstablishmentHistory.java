package jp.nenkin.member.establishment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that an establishment was and will be, each in the order in which it was set. */
record EstablishmentHistory(List<SetParticulars> particulars, List<SetTerms> terms) {

    /**
     * EstablishmentParticulars, and who set them.
     *
     * @param by the officer's id; null of what was registered
     */
    record SetParticulars(
            EstablishmentParticulars particulars,
            Instant at,
            @Nullable String by) {}

    /**
     * EstablishmentTerms, and who set them.
     *
     * @param from the first day on which they hold; null of what was registered
     * @param by the officer's id; null of what was registered
     */
    record SetTerms(
            EstablishmentTerms terms,
            @Nullable LocalDate from,
            Instant at,
            @Nullable String by) {}
}
