package jp.nenkin.notice.mail;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.kit.Language;
import org.jspecify.annotations.Nullable;

/**
 * A mail whose time has come.
 *
 * @param attempts made so far
 * @param to where to, or null if the member has no address any more
 */
record QueuedMail(
        UUID id, Instant queuedAt, int attempts, @Nullable Address to) {

    /** Where a member gets mail, and in which language. */
    record Address(String email, Language language) {}
}
