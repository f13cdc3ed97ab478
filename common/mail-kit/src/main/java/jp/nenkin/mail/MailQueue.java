package jp.nenkin.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service's mails, waiting and settled: a bean of the service, whose table it is. */
public interface MailQueue {
    /** The next mail whose time has come and that nobody else has, held until the end of the transaction. */
    Optional<QueuedMail> claim(Instant now);

    void sent(UUID id, Instant at);

    /**
     * Will never be taken.
     *
     * @param smtpCode of the mail server's refusal; null if there is no address or no answer ever came
     */
    void undeliverable(UUID id, @Nullable Integer smtpCode, Instant at);

    void putOff(UUID id, @Nullable Integer smtpCode, Instant next);
}
