package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A member has registered a login ID, which itself is not told.
 *
 * @param withEmail whether a mail address was given, confirmed or not
 */
public record LoginIdRegistered(String memberNumber, Instant registeredAt, boolean withEmail) implements AuthEvent {

    public LoginIdRegistered {
        Checks.memberNumber(memberNumber);
        requireNonNull(registeredAt, "registeredAt");
    }
}
