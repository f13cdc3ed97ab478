package jp.nenkin.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands a mail to the mail server. */
@ApplicationScoped
class Smtp {
    private static final Logger LOG = Logger.getLogger(Smtp.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LEAST_REFUSAL = 400;

    private final AtomicBoolean away = new AtomicBoolean();
    private final ReactiveMailer mailer;
    private final String domain;

    Smtp(ReactiveMailer mailer, @ConfigProperty(name = "nenkin.mail.from") String from) {
        this.mailer = mailer;
        this.domain = from.substring(from.lastIndexOf('@') + 1).replace(">", "");
    }

    /** Waits for the mail server's answer; not for longer than its limit. */
    Attempt send(UUID id, MailContent content) {
        try {
            mailer.send(mail(id, content)).await().atMost(LIMIT);
            answered();
            return new Attempt.Accepted();
        } catch (RuntimeException fault) {
            return failed(id, fault);
        }
    }

    private Mail mail(UUID id, MailContent content) {
        return Mail.withText(content.to(), content.subject(), content.body())
                // The same however often it is sent: what came twice is one mail to whoever receives it.
                .addHeader("Message-ID", "<" + id + "@" + domain + ">")
                .addHeader("Auto-Submitted", "auto-generated")
                .addHeader("Content-Language", content.language().locale().toLanguageTag());
    }

    private Attempt failed(UUID id, RuntimeException fault) {
        return causes(fault)
                .filter(SMTPException.class::isInstance)
                .map(SMTPException.class::cast)
                .filter(reply -> reply.getReplyCode() >= LEAST_REFUSAL)
                .findFirst()
                .map(reply -> refused(id, reply.getReplyCode()))
                .orElseGet(() -> unanswered(fault));
    }

    /** The reply may quote the address, so only its code is told and logged. */
    private Attempt refused(UUID id, int code) {
        answered();
        LOG.warnf("Mail %s was refused: %d", id, code);
        return Attempt.replied(code);
    }

    private Attempt unanswered(RuntimeException fault) {
        if (!away.getAndSet(true)) {
            String why = causes(fault)
                    .reduce(fault, (outer, inner) -> inner)
                    .getClass()
                    .getName();
            LOG.warnf("The mail server does not answer, and mails wait: %s", why);
        }
        return new Attempt.PutOff(null);
    }

    private void answered() {
        if (away.getAndSet(false)) {
            LOG.info("The mail server answers again");
        }
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause);
    }
}
