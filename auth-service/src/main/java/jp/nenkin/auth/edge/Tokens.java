package jp.nenkin.auth.edge;

import java.time.Duration;
import java.time.Instant;

/**
 * What Keycloak gave for a session.
 *
 * @param accessEndsAt by our clock, counted from when it was given
 */
record Tokens(String access, String refresh, Instant accessEndsAt) {
    private static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(10);
    private static final char BETWEEN = '\n';

    boolean due(Instant now) {
        return now.isAfter(accessEndsAt.minus(RENEWED_BEFORE_END));
    }

    boolean usable(Instant now) {
        return now.isBefore(accessEndsAt);
    }

    /** What is encrypted: neither token holds a line break. */
    String written() {
        return access + BETWEEN + refresh;
    }

    static Tokens read(String written, Instant accessEndsAt) {
        int between = written.indexOf(BETWEEN);
        return new Tokens(written.substring(0, between), written.substring(between + 1), accessEndsAt);
    }

    /** Tokens stay out of messages and logs. */
    @Override
    public String toString() {
        return "Tokens until " + accessEndsAt;
    }
}
