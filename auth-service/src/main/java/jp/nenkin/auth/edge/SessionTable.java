package jp.nenkin.auth.edge;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.kit.Database;
import org.jspecify.annotations.Nullable;

/** The rows of edge_session, found by the hash of a session's id. */
@ApplicationScoped
class SessionTable {
    private static final String COLUMNS = "realm, subject, member_number, name, keycloak_session, csrf_token,"
            + " created_at, last_used_at, ends_at, tokens, token_ends_at, id_hash";

    private final Database database;

    SessionTable(Database database) {
        this.database = database;
    }

    /** A session with its tokens as they are kept: encrypted. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record Kept(Session session, byte[] idHash, byte[] tokens, Instant tokenEndsAt) {}

    void insert(Kept kept) {
        Session session = kept.session();
        update(
                "INSERT INTO edge_session (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                session.person().realm().label(),
                session.person().subject(),
                session.person().memberNumber(),
                session.person().name(),
                session.keycloakSession(),
                session.csrfToken(),
                utc(session.createdAt()),
                utc(session.lastUsedAt()),
                utc(session.endsAt()),
                kept.tokens(),
                utc(kept.tokenEndsAt()),
                kept.idHash());
    }

    Optional<Kept> find(byte[] idHash) {
        return first("SELECT " + COLUMNS + " FROM edge_session WHERE id_hash = ?", idHash);
    }

    /** Holds the row until the transaction ends: whoever comes second sees what the first has made of it. */
    Optional<Kept> lock(byte[] idHash) {
        return first("SELECT " + COLUMNS + " FROM edge_session WHERE id_hash = ? FOR UPDATE", idHash);
    }

    void use(byte[] idHash, Instant now) {
        update("UPDATE edge_session SET last_used_at = ? WHERE id_hash = ?", utc(now), idHash);
    }

    void renew(byte[] idHash, byte[] tokens, Instant tokenEndsAt) {
        update(
                "UPDATE edge_session SET tokens = ?, token_ends_at = ? WHERE id_hash = ?",
                tokens,
                utc(tokenEndsAt),
                idHash);
    }

    Optional<Kept> delete(byte[] idHash) {
        return first("DELETE FROM edge_session WHERE id_hash = ? RETURNING " + COLUMNS, idHash);
    }

    @CanIgnoreReturnValue
    List<Kept> deleteAllOf(Realm realm, String subject) {
        return query(
                "DELETE FROM edge_session WHERE realm = ? AND subject = ? RETURNING " + COLUMNS,
                realm.label(),
                subject);
    }

    int deleteOver(Instant now) {
        return update(
                "DELETE FROM edge_session WHERE ends_at <= ? OR last_used_at <= ?",
                utc(now),
                utc(now.minus(Session.IDLE)));
    }

    private int update(String sql, @Nullable Object... values) {
        return database.update(sql, statement -> fill(statement, values));
    }

    private Optional<Kept> first(String sql, @Nullable Object... values) {
        return database.first(sql, statement -> fill(statement, values), SessionTable::kept);
    }

    private List<Kept> query(String sql, @Nullable Object... values) {
        return database.query(sql, statement -> fill(statement, values), SessionTable::kept);
    }

    private static void fill(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static Kept kept(ResultSet row) throws SQLException {
        Person person = new Person(
                Realm.of(row.getString("realm")),
                row.getString("subject"),
                row.getString("member_number"),
                row.getString("name"));
        Session session = new Session(
                person,
                row.getString("keycloak_session"),
                row.getString("csrf_token"),
                instant(row, "created_at"),
                instant(row, "last_used_at"),
                instant(row, "ends_at"));
        return new Kept(session, row.getBytes("id_hash"), row.getBytes("tokens"), instant(row, "token_ends_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
