package jp.nenkin.ledger.run;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From when to when the value dates of events lie; both null where there is no event. */
record ValueDates(@Nullable LocalDate from, @Nullable LocalDate until) {

    /** From the earlier beginning to the later end. */
    ValueDates and(ValueDates other) {
        return new ValueDates(
                Stream.of(this, other)
                        .map(ValueDates::from)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null),
                Stream.of(this, other)
                        .map(ValueDates::until)
                        .filter(Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null));
    }
}
