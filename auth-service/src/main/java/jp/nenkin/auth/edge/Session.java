package jp.nenkin.auth.edge;

import java.time.Duration;
import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param keycloakSession Keycloak's id of its own session behind this one
 * @param endsAt whatever is done until then
 */
record Session(
        Person person,
        String keycloakSession,
        String csrfToken,
        Instant createdAt,
        Instant lastUsedAt,
        Instant endsAt) {
    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(8);
    /** Use is noted no finer than this, so that reading does not cost a write each time. */
    static final Duration NOTED = Duration.ofMinutes(1);

    static Session begun(Person person, String keycloakSession, String csrfToken, Instant now) {
        return new Session(person, keycloakSession, csrfToken, now, now, now.plus(LONGEST));
    }

    Instant idleEndsAt() {
        Instant idle = lastUsedAt.plus(IDLE);
        return idle.isBefore(endsAt) ? idle : endsAt;
    }

    boolean over(Instant now) {
        return !now.isBefore(idleEndsAt());
    }

    boolean useWorthNoting(Instant now) {
        return !now.isBefore(lastUsedAt.plus(NOTED));
    }

    /** Without what is secret in it. */
    @Override
    public String toString() {
        return "Session of " + person;
    }
}
