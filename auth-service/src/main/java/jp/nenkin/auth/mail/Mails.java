package jp.nenkin.auth.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.auth.secret.Secrets;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.kit.Ids;

/** The mails of login IDs and addresses. */
@ApplicationScoped
public class Mails {
    private final MailTable table;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    Mails(MailTable table, Secrets secrets, Ids ids, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where a mail goes, and in which language it is written. */
    public record Addressee(String address, ContactLanguage language) {
        /** Without the address. */
        @Override
        public String toString() {
            return "Addressee";
        }
    }

    /** Queues a mail whose link opens nothing, within the caller's transaction. */
    @CanIgnoreReturnValue
    public UUID queue(MailKind kind, Addressee to) {
        UUID id = ids.next();
        table.insert(new MailTable.NewMail(id, kind, to, null), clock.instant());
        return id;
    }

    /** Queues a mail whose link opens something. */
    public UUID queue(MailKind kind, Addressee to, Secret opening) {
        UUID id = ids.next();
        byte[] closed = secrets.seal().close(opening.value(), row(id));
        table.insert(new MailTable.NewMail(id, kind, to, closed), clock.instant());
        return id;
    }

    /** What became of a mail. */
    public Delivery delivery(UUID id) {
        return table.delivery(id);
    }

    /** What the encrypted link belongs to: in another mail's row it does not open. */
    static byte[] row(UUID id) {
        return id.toString().getBytes(US_ASCII);
    }
}
