package jp.nenkin.mail;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.nenkin.kit.TenantScope;

/**
 * Sends mails one by one, each in a transaction of its own that ends right after the mail server's answer: whoever dies
 * in between leaves a mail that is sent again under the same Message-ID.
 */
@ApplicationScoped
public class MailSender {
    // Longer than an answer of the mail server may take.
    private static final int TRANSACTION_SECONDS = 60;

    private final MailQueue mails;
    private final Smtp smtp;
    private final TenantScope scope;
    private final Clock clock;

    MailSender(MailQueue mails, Smtp smtp, TenantScope scope, Clock clock) {
        this.mails = mails;
        this.smtp = smtp;
        this.scope = scope;
        this.clock = clock;
    }

    /** Tries the next mail. False when none waits, or when the mail server is away and another would fare no better. */
    public boolean sendNext() {
        return scope.asSystem(() ->
                QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(this::claimAndSend));
    }

    private boolean claimAndSend() {
        Optional<QueuedMail> claimed = mails.claim(clock.instant());
        if (claimed.isEmpty()) {
            return false;
        }
        QueuedMail mail = claimed.get();
        Attempt attempt = mail.content() == null ? new Attempt.Refused(null) : smtp.send(mail.id(), mail.content());
        record(mail, attempt, clock.instant());
        return !(attempt instanceof Attempt.PutOff putOff && putOff.serverIsAway());
    }

    private void record(QueuedMail mail, Attempt attempt, Instant now) {
        switch (attempt) {
            case Attempt.Accepted _ -> mails.sent(mail.id(), now);
            case Attempt.Refused(var smtpCode) -> mails.undeliverable(mail.id(), smtpCode, now);
            case Attempt.PutOff(var smtpCode) -> {
                if (Attempt.isGivenUp(mail.queuedAt(), now)) {
                    mails.undeliverable(mail.id(), smtpCode, now);
                } else {
                    mails.putOff(mail.id(), smtpCode, now.plus(Attempt.waitAfter(mail.attempts() + 1)));
                }
            }
        }
    }
}
