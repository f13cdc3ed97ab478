package jp.nenkin.auth.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.auth.secret.Secrets;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Language;
import jp.nenkin.mail.MailContent;
import jp.nenkin.mail.MailQueue;
import jp.nenkin.mail.QueuedMail;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The rows of mail. Address and link are in a row only as long as it waits. */
@ApplicationScoped
class MailTable implements MailQueue {
    private static final String INSERT = """
            INSERT INTO mail (id, kind, address, language, opening, queued_at, next_attempt_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    // Whoever else sends takes another one meanwhile.
    private static final String CLAIM = """
            SELECT id, kind, address, language, opening, queued_at, attempts
              FROM mail
             WHERE status = 'WAITING' AND next_attempt_at <= ?
             ORDER BY next_attempt_at
             LIMIT 1
               FOR UPDATE SKIP LOCKED
            """;
    private static final String SETTLE = """
            UPDATE mail SET status = ?, attempts = attempts + 1, smtp_code = ?, settled_at = ?,
                            address = NULL, opening = NULL
             WHERE id = ?
            """;
    private static final String PUT_OFF = """
            UPDATE mail SET attempts = attempts + 1, smtp_code = ?, next_attempt_at = ? WHERE id = ?
            """;

    private final Database database;
    private final Secrets secrets;
    private final URI portal;

    MailTable(Database database, Secrets secrets, @ConfigProperty(name = "nenkin.portal.url") URI portal) {
        this.database = database;
        this.secrets = secrets;
        this.portal = portal;
    }

    /**
     * A mail to be queued.
     *
     * @param opening what its link opens, encrypted for this row; null where it opens nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record NewMail(UUID id, MailKind kind, Mails.Addressee to, byte @Nullable [] opening) {}

    void insert(NewMail mail, Instant now) {
        database.update(INSERT, statement -> {
            statement.setObject(1, mail.id());
            statement.setString(2, mail.kind().name());
            statement.setString(3, mail.to().address());
            statement.setString(4, mail.to().language().name());
            statement.setBytes(5, mail.opening());
            statement.setObject(6, utc(now));
            statement.setObject(7, utc(now));
        });
    }

    Delivery delivery(UUID id) {
        return database.first(
                        "SELECT status FROM mail WHERE id = ?",
                        statement -> statement.setObject(1, id),
                        row -> Delivery.valueOf(row.getString("status")))
                .orElseThrow();
    }

    @Override
    public Optional<QueuedMail> claim(Instant now) {
        return database.first(CLAIM, statement -> statement.setObject(1, utc(now)), this::queued);
    }

    @Override
    public void sent(UUID id, Instant at) {
        settle(id, Delivery.SENT, null, at);
    }

    @Override
    public void undeliverable(UUID id, @Nullable Integer smtpCode, Instant at) {
        settle(id, Delivery.REFUSED, smtpCode, at);
    }

    @Override
    public void putOff(UUID id, @Nullable Integer smtpCode, Instant next) {
        database.update(PUT_OFF, statement -> {
            statement.setObject(1, smtpCode, Types.INTEGER);
            statement.setObject(2, utc(next));
            statement.setObject(3, id);
        });
    }

    private void settle(UUID id, Delivery status, @Nullable Integer smtpCode, Instant at) {
        database.update(SETTLE, statement -> {
            statement.setString(1, status.name());
            statement.setObject(2, smtpCode, Types.INTEGER);
            statement.setObject(3, utc(at));
            statement.setObject(4, id);
        });
    }

    private QueuedMail queued(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte @Nullable [] opening = row.getBytes("opening");
        MailText text = new MailText(MailKind.valueOf(row.getString("kind")), portal);
        MailContent content = text.to(
                row.getString("address"),
                Language.valueOf(row.getString("language")),
                opening == null ? "" : secrets.seal().open(opening, Mails.row(id)));
        Instant queuedAt = row.getObject("queued_at", OffsetDateTime.class).toInstant();
        return new QueuedMail(id, queuedAt, row.getInt("attempts"), content);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
