package jp.nenkin.local;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A letter as it came in.
 *
 * @param id its Message-ID
 * @param to all recipients, as one text
 * @param source the whole of it, as it was transmitted
 */
public record Letter(String id, String from, String to, String subject, String body, String source) {

    static Letter read(MimeMessage message) {
        try {
            ByteArrayOutputStream source = new ByteArrayOutputStream();
            message.writeTo(source);
            return new Letter(
                    message.getMessageID(),
                    message.getHeader("From", ", "),
                    message.getHeader("To", ", "),
                    message.getSubject(),
                    String.valueOf(message.getContent()),
                    source.toString(StandardCharsets.UTF_8));
        } catch (MessagingException | IOException fault) {
            throw new LocalFault("A letter that cannot be read", fault);
        }
    }
}
