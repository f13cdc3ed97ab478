package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A member has registered another login ID, and the one before has ended; neither is told. */
public record LoginIdReplaced(String memberNumber, Instant replacedAt) implements AuthEvent {

    public LoginIdReplaced {
        Checks.memberNumber(memberNumber);
        requireNonNull(replacedAt, "replacedAt");
    }
}
