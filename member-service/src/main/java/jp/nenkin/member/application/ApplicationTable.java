package jp.nenkin.member.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.kit.Database;
import jp.nenkin.kit.Ids;
import jp.nenkin.member.application.Application.Accepted;
import jp.nenkin.member.application.Application.Decision;
import jp.nenkin.member.application.Application.Returned;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/** Applications and what was decided of them, as far as the caller may see them. */
@ApplicationScoped
class ApplicationTable {
    private static final String SELECT = """
            SELECT a.id, a.receipt_number, a.type, a.member_number, a.applied_at, a.content,
                   b.bank_code, b.branch_code, b.kind, b.number, b.holder,
                   d.outcome, d.reason, d.filing_id, d.decided_at, d.decided_by
              FROM member_application a
              LEFT JOIN bank_account b ON b.application = a.id
              LEFT JOIN application_decision d ON d.application = a.id
            """;
    private static final String FIND = SELECT + " WHERE a.id = ?";
    private static final String OF_MEMBER =
            SELECT + " WHERE a.member_number = ? AND a.receipt_number < ? ORDER BY a.receipt_number DESC LIMIT ?";
    private static final String WAITING = SELECT + """
             WHERE a.type = 'NAME_CHANGE' AND d.application IS NULL AND a.receipt_number > ?
             ORDER BY a.receipt_number LIMIT ?
            """;
    private static final String KEEP = """
            INSERT INTO member_application (id, type, member_number, applied_at, applied_by, content)
            VALUES (?, ?, ?, ?, ?, ?::jsonb)
            """;
    private static final String DECIDE = """
            INSERT INTO application_decision (application, type, member_number, outcome, reason, filing_id, decided_at,
                                              decided_by)
            SELECT id, type, member_number, ?, ?, ?, ?, ? FROM member_application WHERE id = ?
                ON CONFLICT DO NOTHING
            """;

    private final Database database;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    ApplicationTable(Database database, ObjectMapper json, Ids ids, Clock clock) {
        this.database = database;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Application> find(UUID id) {
        return database.first(FIND, statement -> statement.setObject(1, id), this::application);
    }

    /** Those of a member before a receipt number, the newest first. */
    List<Application> of(MemberNumber member, long before, int most) {
        return database.query(
                OF_MEMBER,
                statement -> {
                    statement.setString(1, member.value());
                    statement.setLong(2, before);
                    statement.setInt(3, most);
                },
                this::application);
    }

    /** Those that an officer is to decide, after a receipt number. */
    List<Application> waiting(long after, int most) {
        return database.query(
                WAITING,
                statement -> {
                    statement.setLong(1, after);
                    statement.setInt(2, most);
                },
                this::application);
    }

    /** Keeps an application under a new id; an account is kept apart from it. */
    UUID keep(MemberNumber member, Wanted wanted, String by) {
        UUID id = ids.next();
        String content = switch (wanted) {
            case Wanted.Account _ -> null;
            case Wanted.Address _, Wanted.Name _ -> written(wanted);
        };
        int _ = database.update(KEEP, statement -> {
            statement.setObject(1, id);
            statement.setString(2, wanted.type().name());
            statement.setString(3, member.value());
            statement.setObject(4, now());
            statement.setString(5, by);
            statement.setString(6, content);
        });
        return id;
    }

    /** It is in effect; false if it was decided before. */
    boolean accept(UUID id, @Nullable UUID filing, @Nullable String by) {
        return decide(id, new Accepted(clock.instant(), by, filing));
    }

    /** It is not accepted; false if it was decided before. */
    boolean giveBack(UUID id, String reason, String by) {
        return decide(id, new Returned(clock.instant(), by, reason));
    }

    private boolean decide(UUID id, Decision decision) {
        return database.update(DECIDE, statement -> {
                    switch (decision) {
                        case Accepted accepted -> {
                            statement.setString(1, ApplicationState.ACCEPTED.name());
                            statement.setString(2, null);
                            statement.setObject(3, accepted.filing());
                        }
                        case Returned returned -> {
                            statement.setString(1, ApplicationState.RETURNED.name());
                            statement.setString(2, returned.reason());
                            statement.setObject(3, null);
                        }
                    }
                    statement.setObject(4, OffsetDateTime.ofInstant(decision.at(), clock.getZone()));
                    statement.setString(5, decision.by());
                    statement.setObject(6, id);
                })
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), clock.getZone());
    }

    private Application application(ResultSet row) throws SQLException {
        return new Application(
                row.getObject("id", UUID.class),
                row.getLong("receipt_number"),
                new MemberNumber(row.getString("member_number")),
                instant(row, "applied_at"),
                wanted(row),
                decision(row));
    }

    private Wanted wanted(ResultSet row) throws SQLException {
        return switch (ApplicationType.valueOf(row.getString("type"))) {
            case ADDRESS_CHANGE -> read(row.getString("content"), Wanted.Address.class);
            case NAME_CHANGE -> read(row.getString("content"), Wanted.Name.class);
            case BANK_ACCOUNT_CHANGE -> new Wanted.Account(BankAccountTable.account(row));
        };
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        if (outcome == null) {
            return null;
        }
        return switch (ApplicationState.valueOf(outcome)) {
            case ACCEPTED ->
                new Accepted(
                        instant(row, "decided_at"),
                        row.getString("decided_by"),
                        row.getObject("filing_id", UUID.class));
            case RETURNED ->
                new Returned(instant(row, "decided_at"), row.getString("decided_by"), row.getString("reason"));
            case RECEIVED -> throw new IllegalStateException("To wait is no decision");
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private String written(Wanted wanted) {
        try {
            return json.writeValueAsString(wanted);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("An application that is no JSON", fault);
        }
    }

    private <T> T read(String content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException("A kept application that cannot be read", fault);
        }
    }
}
