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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    /** An answer as it was given. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
    record Stored(
            byte[] requestHash,
            int status,
            @Nullable String location,
            @Nullable String body) {}

    /** Waits for another transaction of the same key, and refuses with 409 when it takes too long. */
    void lock(KeyedRequest.Name name) {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("""
                        SELECT set_config('lock_timeout', ?, true);
                        SELECT pg_advisory_xact_lock(hashtextextended(?, hashtextextended(?, 0)));
                        SET LOCAL lock_timeout TO DEFAULT
                        """)) {
            lock.setString(1, Long.toString(patience.toMillis()));
            lock.setString(2, name.key());
            lock.setString(3, name.caller());
            lock.execute();
        } catch (SQLException fault) {
            if (LOCK_NOT_AVAILABLE.equals(fault.getSQLState())) {
                throw Problem.of(KitProblem.IDEMPOTENCY_KEY_IN_PROGRESS).retryAfter(Duration.ofSeconds(1));
            }
            throw new TableFault(fault);
        }
    }

    /** Takes the locks of those keys that no other transaction has, waits for none, and says which it took. */
    Set<KeyedRequest.Name> lockFree(List<KeyedRequest.Name> names) {
        Set<KeyedRequest.Name> taken = new HashSet<>();
        read("""
                SELECT caller, key
                  FROM unnest(?, ?) AS asked (caller, key)
                 WHERE pg_try_advisory_xact_lock(hashtextextended(key, hashtextextended(caller, 0)))
                """, names, row -> taken.add(name(row)));
        return taken;
    }

    /** The answers that keys have been given. */
    Map<KeyedRequest.Name, Stored> find(List<KeyedRequest.Name> names) {
        Map<KeyedRequest.Name, Stored> found = new HashMap<>();
        read("""
                SELECT caller, key, request_hash, status, location, body
                  FROM unnest(?, ?) AS asked (caller, key)
                  JOIN idempotency_record USING (caller, key)
                """, names, row -> found.put(name(row), stored(row)));
        return found;
    }

    private void read(String sql, List<KeyedRequest.Name> names, RowVisitor visitor) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", texts(names, KeyedRequest.Name::caller)));
            select.setArray(2, connection.createArrayOf("text", texts(names, KeyedRequest.Name::key)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visitor.visit(row);
                }
            }
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    /** Keeps answers, all in one round trip. */
    void insert(Map<KeyedRequest, Stored> answers) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO idempotency_record
                               (caller, key, operation, request_hash, status, location, body, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (Map.Entry<KeyedRequest, Stored> answer : answers.entrySet()) {
                bind(insert, answer.getKey(), answer.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException fault) {
            throw new TableFault(fault);
        }
    }

    private void bind(PreparedStatement insert, KeyedRequest request, Stored answer) throws SQLException {
        insert.setString(1, request.name().caller());
        insert.setString(2, request.name().key());
        insert.setString(3, request.operation());
        insert.setBytes(4, answer.requestHash());
        insert.setInt(5, answer.status());
        insert.setString(6, answer.location());
        insert.setString(7, answer.body());
        insert.setObject(8, OffsetDateTime.now(clock));
    }

    private static String[] texts(List<KeyedRequest.Name> names, Function<KeyedRequest.Name, String> part) {
        return names.stream().map(part).toArray(String[]::new);
    }

    private static KeyedRequest.Name name(ResultSet row) throws SQLException {
        return new KeyedRequest.Name(row.getString("caller"), row.getString("key"));
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getBytes("request_hash"), row.getInt("status"), row.getString("location"), row.getString("body"));
    }

    /** Takes up the row that the cursor stands on. */
    @FunctionalInterface
    private interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }
}
