package jp.nenkin.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail whose time has come.
 *
 * @param attempts made so far
 * @param content null if there is no address any more
 */
public record QueuedMail(
        UUID id, Instant queuedAt, int attempts, @Nullable MailContent content) {}
