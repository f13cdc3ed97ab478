package jp.nenkin.auth.email;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.auth.mail.Mails.Addressee;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.kit.Database;

/** The rows of email_change: one for each member whose address waits for confirmation. */
@ApplicationScoped
class EmailChangeTable {
    private static final String COLUMNS = "member_number, address, language, mail_id, expires_at";
    private static final String PUT = """
            INSERT INTO email_change (member_number, address, language, mail_id, expires_at, token_hash)
            VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (member_number) DO UPDATE
                   SET address = excluded.address, language = excluded.language, mail_id = excluded.mail_id,
                       expires_at = excluded.expires_at, token_hash = excluded.token_hash
            """;

    private final Database database;

    EmailChangeTable(Database database) {
        this.database = database;
    }

    /** In place of the one before, whose link opens nothing any more. */
    void put(EmailChange change, byte[] tokenHash) {
        database.update(PUT, statement -> {
            statement.setString(1, change.memberNumber());
            statement.setString(2, change.to().address());
            statement.setString(3, change.to().language().name());
            statement.setObject(4, change.mail());
            statement.setObject(5, change.expiresAt().atOffset(ZoneOffset.UTC));
            statement.setBytes(6, tokenHash);
        });
    }

    Optional<EmailChange> of(String memberNumber) {
        return database.first(
                "SELECT " + COLUMNS + " FROM email_change WHERE member_number = ?",
                statement -> statement.setString(1, memberNumber),
                EmailChangeTable::change);
    }

    Optional<EmailChange> find(byte[] tokenHash) {
        return database.first(
                "SELECT " + COLUMNS + " FROM email_change WHERE token_hash = ?",
                statement -> statement.setBytes(1, tokenHash),
                EmailChangeTable::change);
    }

    /** False if it was taken meanwhile. */
    boolean take(byte[] tokenHash) {
        return database.update(
                        "DELETE FROM email_change WHERE token_hash = ?", statement -> statement.setBytes(1, tokenHash))
                == 1;
    }

    void erase(List<String> numbers) {
        database.update(
                "DELETE FROM email_change WHERE member_number = ANY (?)",
                statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", numbers.toArray())));
    }

    private static EmailChange change(ResultSet row) throws SQLException {
        Instant expiresAt = row.getObject("expires_at", OffsetDateTime.class).toInstant();
        return new EmailChange(
                row.getString("member_number"),
                new Addressee(row.getString("address"), ContactLanguage.valueOf(row.getString("language"))),
                row.getObject("mail_id", UUID.class),
                expiresAt);
    }
}
