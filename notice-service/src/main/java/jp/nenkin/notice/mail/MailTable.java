package jp.nenkin.notice.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Language;
import jp.nenkin.mail.MailQueue;
import jp.nenkin.mail.QueuedMail;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The mails, waiting and settled. */
@ApplicationScoped
class MailTable implements MailQueue {
    private static final String INSERT = """
            INSERT INTO mail (id, message_id, member_number, fiscal_year, queued_at, next_attempt_at)
            SELECT id, message_id, member_number, fiscal_year, queued_at, queued_at
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::integer[], ?::timestamptz[])
                AS queued (id, message_id, member_number, fiscal_year, queued_at)
            """;
    // Whoever else sends takes another one meanwhile.
    private static final String CLAIM = """
            SELECT mail.id, queued_at, attempts, email, language
              FROM mail LEFT JOIN contact USING (member_number)
             WHERE status = 'WAITING' AND next_attempt_at <= ?
             ORDER BY next_attempt_at
             LIMIT 1
               FOR UPDATE OF mail SKIP LOCKED
            """;
    private static final String SETTLE = """
            UPDATE mail SET status = ?, attempts = attempts + 1, smtp_code = ?, settled_at = ? WHERE id = ?
            """;
    private static final String PUT_OFF = """
            UPDATE mail SET attempts = attempts + 1, smtp_code = ?, next_attempt_at = ? WHERE id = ?
            """;

    private final Database database;
    private final URI portal;

    MailTable(Database database, @ConfigProperty(name = "nenkin.portal.url") URI portal) {
        this.database = database;
        this.portal = portal;
    }

    /** A mail to be queued for a message. */
    record NewMail(UUID id, UUID messageId, String memberNumber, int fiscalYear, Instant queuedAt) {}

    void insert(List<NewMail> mails) {
        database.update(INSERT, statement -> {
            Columns columns = new Columns(mails);
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", columns.of(NewMail::id)));
            statement.setArray(2, statement.getConnection().createArrayOf("uuid", columns.of(NewMail::messageId)));
            statement.setArray(3, statement.getConnection().createArrayOf("text", columns.of(NewMail::memberNumber)));
            statement.setArray(4, statement.getConnection().createArrayOf("integer", columns.of(NewMail::fiscalYear)));
            statement.setArray(
                    5,
                    statement.getConnection().createArrayOf("timestamptz", columns.of(mail -> utc(mail.queuedAt()))));
        });
    }

    @Override
    public Optional<QueuedMail> claim(Instant now) {
        return database.first(CLAIM, statement -> statement.setObject(1, utc(now)), this::queued);
    }

    @Override
    public void sent(UUID id, Instant at) {
        settle(id, "SENT", null, at);
    }

    @Override
    public void undeliverable(UUID id, @Nullable Integer smtpCode, Instant at) {
        settle(id, "UNDELIVERABLE", smtpCode, at);
    }

    @Override
    public void putOff(UUID id, @Nullable Integer smtpCode, Instant next) {
        database.update(PUT_OFF, statement -> {
            statement.setObject(1, smtpCode, Types.INTEGER);
            statement.setObject(2, utc(next));
            statement.setObject(3, id);
        });
    }

    private void settle(UUID id, String status, @Nullable Integer smtpCode, Instant at) {
        database.update(SETTLE, statement -> {
            statement.setString(1, status);
            statement.setObject(2, smtpCode, Types.INTEGER);
            statement.setObject(3, utc(at));
            statement.setObject(4, id);
        });
    }

    private QueuedMail queued(ResultSet row) throws SQLException {
        @Nullable String email = row.getString("email");
        return new QueuedMail(
                row.getObject("id", UUID.class),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                email == null ? null : MailText.to(email, Language.valueOf(row.getString("language")), portal));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Mails as the arrays of their columns. */
    private record Columns(List<NewMail> mails) {
        Object[] of(Function<NewMail, Object> column) {
            return mails.stream().map(column).toArray();
        }
    }
}
