package jp.nenkin.auth.recovery;

import java.time.Instant;
import java.util.UUID;

/** What a link or a code opens: once, until its end. */
record Recovery(UUID id, String memberNumber, Instant openedAt) {

    /** What was forgotten. */
    enum Kind {
        LOGIN_ID,
        PASSWORD,
        /** Either: a code that came on paper. */
        ANY
    }
}
