package jp.nenkin.member.outcome;

import java.time.Instant;
import java.time.LocalDate;
import jp.nenkin.events.FiledAs;
import jp.nenkin.member.filing.FilingState;
import org.jspecify.annotations.Nullable;

/**
 * Which of what was filed is asked for; whatever is null is not.
 *
 * @param since decided then or later
 */
record Wanted(
        @Nullable String establishment,
        @Nullable FilingState state,
        @Nullable FiledAs type,
        @Nullable String member,
        @Nullable LocalDate receivedFrom,
        @Nullable LocalDate receivedUntil,
        @Nullable Instant since) {}
