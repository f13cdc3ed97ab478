package jp.nenkin.auth.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
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
import org.jspecify.annotations.Nullable;

/** The rows of login_account: drafts, registered ones, ended ones. */
@ApplicationScoped
class LoginAccountTable {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('login ' || ?, 0))";
    private static final String ACCOUNT =
            "SELECT id, member_number, login_id, keycloak_id, registered_at, closed_at FROM login_account ";
    private static final String DRAFT = """
            SELECT id, member_number, login_id, consent_version, email, language, replaces, expires_at, submitted_at
              FROM login_account
            """;
    // The index says who is first; of two at once the second waits and finds none inserted.
    private static final String INSERT = """
            INSERT INTO login_account (id, member_number, login_id, consent_version, email, language, replaces,
                                       expires_at, opened_at, ticket_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (lower(login_id)) DO NOTHING
            """;
    private static final String REGISTER = """
            UPDATE login_account
               SET state = 'REGISTERED', keycloak_id = ?, registered_at = ?, email = NULL, language = NULL
             WHERE id = ?
            """;

    private final Database database;

    LoginAccountTable(Database database) {
        this.database = database;
    }

    /** What becomes of one member's login IDs is decided one after the other; before anything is written. */
    void lock(String memberNumber) {
        List<Boolean> _ = database.query(LOCK, statement -> statement.setString(1, memberNumber), row -> true);
    }

    Optional<LoginAccount> registered(String memberNumber) {
        return account(ACCOUNT + "WHERE state = 'REGISTERED' AND member_number = ?", memberNumber);
    }

    Optional<LoginAccount> named(String loginId) {
        return account(ACCOUNT + "WHERE state = 'REGISTERED' AND lower(login_id) = lower(?)", loginId);
    }

    Optional<LoginAccount> registeredByTicket(byte[] ticketHash) {
        return account(ACCOUNT + "WHERE state = 'REGISTERED' AND ticket_hash = ?", ticketHash);
    }

    Optional<Draft> draftOf(String memberNumber) {
        return drafts(DRAFT + "WHERE state = 'DRAFT' AND member_number = ?", memberNumber).stream()
                .findFirst();
    }

    Optional<Draft> draftByTicket(byte[] ticketHash) {
        return drafts(DRAFT + "WHERE state = 'DRAFT' AND ticket_hash = ?", ticketHash).stream()
                .findFirst();
    }

    Optional<Draft> draft(UUID id) {
        return drafts(DRAFT + "WHERE state = 'DRAFT' AND id = ?", id).stream().findFirst();
    }

    /** Those whose answer from Keycloak never came to be noted. */
    List<Draft> submittedBefore(Instant end) {
        return drafts(DRAFT + "WHERE state = 'DRAFT' AND submitted_at < ?", utc(end));
    }

    /** False if somebody has the login ID, in whichever case it is written. */
    boolean insert(Draft draft, byte[] ticketHash, Instant now) {
        @Nullable Addressee email = draft.email();
        return update(
                        INSERT,
                        draft.id(),
                        draft.memberNumber(),
                        draft.loginId(),
                        draft.consentVersion(),
                        email == null ? null : email.address(),
                        email == null ? null : email.language().name(),
                        draft.replaces(),
                        utc(draft.expiresAt()),
                        utc(now),
                        ticketHash)
                == 1;
    }

    /** The draft under another ticket, with what was said this time. */
    void goOn(Draft draft, byte[] ticketHash) {
        @Nullable Addressee email = draft.email();
        int _ = update(
                """
                UPDATE login_account
                   SET ticket_hash = ?, expires_at = ?, consent_version = ?, email = ?, language = ?
                 WHERE id = ?
                """,
                ticketHash,
                utc(draft.expiresAt()),
                draft.consentVersion(),
                email == null ? null : email.address(),
                email == null ? null : email.language().name(),
                draft.id());
    }

    void submitted(UUID id, @Nullable Instant at) {
        int _ = update("UPDATE login_account SET submitted_at = ? WHERE id = ?", at == null ? null : utc(at), id);
    }

    void register(UUID id, String keycloakId, Instant now) {
        int _ = update(REGISTER, keycloakId, utc(now), id);
    }

    void end(UUID id, Instant now) {
        int _ = update("UPDATE login_account SET state = 'ENDED', ended_at = ? WHERE id = ?", utc(now), id);
    }

    void closed(UUID id, @Nullable Instant at) {
        int _ = update("UPDATE login_account SET closed_at = ? WHERE id = ?", at == null ? null : utc(at), id);
    }

    void drop(UUID draft) {
        int _ = update("DELETE FROM login_account WHERE id = ? AND state = 'DRAFT'", draft);
    }

    void dropOver(Instant now) {
        int _ = update(
                "DELETE FROM login_account WHERE state = 'DRAFT' AND submitted_at IS NULL AND expires_at <= ?",
                utc(now));
    }

    void erase(String memberNumber) {
        int _ = update("DELETE FROM login_account WHERE member_number = ?", memberNumber);
    }

    private Optional<LoginAccount> account(String sql, Object value) {
        return database.first(sql, statement -> fill(statement, value), LoginAccountTable::account);
    }

    private List<Draft> drafts(String sql, Object value) {
        return database.query(sql, statement -> fill(statement, value), LoginAccountTable::draft);
    }

    private int update(String sql, @Nullable Object... values) {
        return database.update(sql, statement -> fill(statement, values));
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static LoginAccount account(ResultSet row) throws SQLException {
        return new LoginAccount(
                row.getObject("id", UUID.class),
                row.getString("member_number"),
                row.getString("login_id"),
                row.getString("keycloak_id"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("closed_at") != null);
    }

    private static Draft draft(ResultSet row) throws SQLException {
        @Nullable String email = row.getString("email");
        @Nullable OffsetDateTime submittedAt = row.getObject("submitted_at", OffsetDateTime.class);
        return new Draft(
                row.getObject("id", UUID.class),
                row.getString("member_number"),
                row.getString("login_id"),
                row.getString("consent_version"),
                email == null ? null : new Addressee(email, ContactLanguage.valueOf(row.getString("language"))),
                row.getObject("replaces", UUID.class),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                submittedAt == null ? null : submittedAt.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
