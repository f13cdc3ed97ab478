package jp.nenkin.kit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The answers given, by caller and key. */
@ApplicationScoped
class IdempotencyTable {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final AgroalDataSource database;
    private final Clock clock;
    private final Duration patience;

    IdempotencyTable(
            AgroalDataSource database,
            Clock clock,
            @ConfigProperty(name = "nenkin.idempotency.patience", defaultValue = "5s") Duration patience) {
        this.database = database;
        this.clock = clock;
        this.patience = patience;
    }

    /** A key a caller has taken for one request. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record Claim(String caller, String key, String operation, byte[] requestHash) {}

    /** An answer as it was given. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record Stored(
            byte[] requestHash,
            int status,
            @Nullable String location,
            @Nullable String body) {}

    /** Waits for another transaction of the same key, and refuses with 409 when it takes too long. */
    void lock(String caller, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("""
                        SELECT set_config('lock_timeout', ?, true);
                        SELECT pg_advisory_xact_lock(hashtextextended(?, hashtextextended(?, 0)));
                        SET LOCAL lock_timeout TO DEFAULT
                        """)) {
            lock.setString(1, Long.toString(patience.toMillis()));
            lock.setString(2, key);
            lock.setString(3, caller);
            lock.execute();
        } catch (SQLException fault) {
            if (LOCK_NOT_AVAILABLE.equals(fault.getSQLState())) {
                throw Problem.of(KitProblem.IDEMPOTENCY_KEY_IN_PROGRESS).retryAfter(Duration.ofSeconds(1));
            }
            throw new TableFault(fault);
        }
    }

    Optional<Stored> find(String caller, String key) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        SELECT request_hash, status, location, body
                          FROM idempotency_record
                         WHERE caller = ? AND key = ?
                        """)) {
            select.setString(1, caller);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(stored(row)) : Optional.empty();
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    void insert(Claim claim, Stored answer) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO idempotency_record
                               (caller, key, operation, request_hash, status, location, body, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setString(1, claim.caller());
            insert.setString(2, claim.key());
            insert.setString(3, claim.operation());
            insert.setBytes(4, claim.requestHash());
            insert.setInt(5, answer.status());
            insert.setString(6, answer.location());
            insert.setString(7, answer.body());
            insert.setObject(8, OffsetDateTime.now(clock));
            insert.executeUpdate();
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getBytes(1), row.getInt(2), row.getString(3), row.getString(4));
    }
}
