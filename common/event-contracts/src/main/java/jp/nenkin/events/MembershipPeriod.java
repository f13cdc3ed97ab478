package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** A membership that has ended: from the day of acquisition to the day of loss, on which it no longer holds. */
public record MembershipPeriod(LocalDate acquiredOn, LocalDate lostOn) {

    public MembershipPeriod {
        requireNonNull(acquiredOn, "acquiredOn");
        requireNonNull(lostOn, "lostOn");
    }
}
