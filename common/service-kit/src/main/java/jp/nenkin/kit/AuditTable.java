package jp.nenkin.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who did what and who saw what about whom; entries are added and never changed. */
@ApplicationScoped
class AuditTable {
    // Of themselves callers tell what the transaction knows, as the table's policy asks for.
    private static final String ADD = """
            INSERT INTO audit_entry (at, caller, role, establishment, consultant, operation, members, status)
            VALUES (?, ?, current_setting('app.role'), nullif(current_setting('app.establishment'), ''),
                    nullif(current_setting('app.consultant'), ''), ?, ?, ?)
            """;
    private static final String BEFORE = """
            SELECT * FROM audit_entry
             WHERE id < ? AND (?::text IS NULL OR members @> ARRAY[?]::text[]) AND (?::text IS NULL OR caller = ?)
             ORDER BY id DESC LIMIT ?
            """;
    private static final String LOOKS = """
            SELECT * FROM audit_entry WHERE id < ? AND members @> ARRAY[?]::text[] AND status < 300
             ORDER BY id DESC LIMIT ?
            """;

    private static final int PAGE = 100;

    private final Database database;
    private final Clock clock;

    AuditTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What happened: an operation by its method and path, about whom, and how it was answered. */
    record Entry(String operation, List<String> members, int status) {}

    /** An entry as it is kept. */
    record Kept(
            long id,
            Instant at,
            String caller,
            String role,
            @Nullable String establishment,
            @Nullable String consultant,
            Entry entry) {}

    /** In the transaction of the caller, who can add entries about himself alone. */
    void add(Caller caller, Entry entry) {
        database.update(ADD, statement -> {
            statement.setObject(1, OffsetDateTime.ofInstant(clock.instant(), clock.getZone()));
            statement.setString(2, caller.id());
            statement.setString(3, entry.operation());
            statement.setArray(
                    4,
                    statement
                            .getConnection()
                            .createArrayOf("text", entry.members().toArray()));
            statement.setInt(5, entry.status());
        });
    }

    /** Which entries are wanted: those before one, about a member and of a caller, where these are said. */
    record Wanted(
            @Nullable Long before,
            @Nullable String member,
            @Nullable String caller) {}

    /** A page of entries, the latest first. */
    List<Kept> before(Wanted wanted) {
        return database.query(
                BEFORE,
                statement -> {
                    statement.setLong(1, start(wanted.before()));
                    statement.setString(2, wanted.member());
                    statement.setString(3, wanted.member());
                    statement.setString(4, wanted.caller());
                    statement.setString(5, wanted.caller());
                    statement.setInt(6, PAGE);
                },
                AuditTable::kept);
    }

    /** A page of who was told something about a member, the latest first. */
    List<Kept> looks(String member, @Nullable Long before) {
        return database.query(
                LOOKS,
                statement -> {
                    statement.setLong(1, start(before));
                    statement.setString(2, member);
                    statement.setInt(3, PAGE);
                },
                AuditTable::kept);
    }

    /** Before which the page after this one begins; null if there is none. */
    static @Nullable Long next(List<Kept> page) {
        return page.size() < PAGE ? null : page.getLast().id();
    }

    private static long start(@Nullable Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("caller"),
                row.getString("role"),
                row.getString("establishment"),
                row.getString("consultant"),
                new Entry(
                        row.getString("operation"),
                        List.of((String[]) row.getArray("members").getArray()),
                        row.getInt("status")));
    }
}
