package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A member has confirmed a mail address; the address is on auth.contact. */
public record EmailVerified(String memberNumber, Instant verifiedAt) implements AuthEvent {

    public EmailVerified {
        Checks.memberNumber(memberNumber);
        requireNonNull(verifiedAt, "verifiedAt");
    }
}
