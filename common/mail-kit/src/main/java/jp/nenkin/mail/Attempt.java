package jp.nenkin.mail;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of trying to send a mail. */
sealed interface Attempt {
    Duration LONGEST_WAIT = Duration.ofMinutes(15);
    Duration GIVEN_UP_AFTER = Duration.ofDays(3);

    /** The mail server has taken it. */
    record Accepted() implements Attempt {}

    /** It will never be taken: refused for good, or there is no address any more. */
    record Refused(@Nullable Integer smtpCode) implements Attempt {}

    /** Not now: put off by the mail server, or the server was not reached, which no code tells. */
    record PutOff(@Nullable Integer smtpCode) implements Attempt {
        boolean serverIsAway() {
            return smtpCode == null;
        }
    }

    /**
     * What a reply of the mail server means. Only 55x speaks of the mailbox (RFC 5321, 4.2.1: x5x is the state of the
     * mail system towards this mail); another 5xx is a fault between the two servers, and every mail would meet it.
     */
    static Attempt replied(int smtpCode) {
        return smtpCode / 10 == 55 ? new Refused(smtpCode) : new PutOff(smtpCode);
    }

    /** How long a mail waits after so many attempts in vain: 1, 2, 4 … seconds, a quarter of an hour at most. */
    static Duration waitAfter(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.clamp(attempts - 1L, 0, 20));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** Whether a mail queued then is not tried again. */
    static boolean isGivenUp(Instant queuedAt, Instant now) {
        return Duration.between(queuedAt, now).compareTo(GIVEN_UP_AFTER) > 0;
    }
}
