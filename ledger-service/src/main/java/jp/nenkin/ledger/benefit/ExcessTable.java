package jp.nenkin.ledger.benefit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.Caller;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.account.AccountState.Closed;
import jp.nenkin.ledger.account.PlanBalances;
import jp.nenkin.ledger.account.PlanTerms;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.membership.MemberAccounts;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/** What was paid too much, by plan and payment, and what officers have decided about it. */
@ApplicationScoped
class ExcessTable {
    private static final String UPSERT = """
            insert into excess (stream, amount, since, event_id) values (?, ?, ?, ?)
            on conflict (stream) do update
            set amount = excluded.amount, since = excluded.since, event_id = excluded.event_id,
                waived = least(excess.waived, excluded.amount)
            where (excess.amount, excess.event_id) is distinct from (excluded.amount, excluded.event_id)
            """;
    private static final String CASES = """
            select stream, amount, waived, since, event_id from excess
            """;
    private static final String DECISIONS = """
            select id, stream, amount, outcome, reason, proposed_by, proposer_name, proposed_at, approver_name,
                   approved_at
            from excess_decision
            """;

    private final Database database;
    private final Journal journal;

    ExcessTable(Database database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Notes what was paid too much for each plan, under its ordinary account, and the newest event that says so. */
    void note(MemberAccounts accounts, PlanTerms terms) {
        for (int life = 0; life <= accounts.life(); life++) {
            for (Plan plan : Plan.values()) {
                List<Closed> paid = paid(accounts.ofLife(life), plan);
                long excess = Math.max(0, -PlanBalances.of(paid).payable(terms).amount());
                note(AccountId.ordinary(accounts.member(), plan, life), paid, excess);
            }
        }
    }

    private static List<Closed> paid(List<AccountState> states, Plan plan) {
        return states.stream()
                .filter(state -> state.account().plan() == plan && state instanceof Closed)
                .map(Closed.class::cast)
                .toList();
    }

    private void note(AccountId plan, List<Closed> paid, long excess) {
        paid.stream()
                .flatMap(closed -> journal.history(StreamId.of(closed.account())).stream())
                .filter(row -> row.type().equals(EventType.EXCESS_RECORDED.writtenName()))
                .max(Comparator.comparing(StoredRow::recordedAt))
                .ifPresent(row -> upsert(plan, row, excess));
    }

    private void upsert(AccountId plan, StoredRow row, long amount) {
        database.update(UPSERT, statement -> {
            statement.setLong(1, StreamId.of(plan).value());
            statement.setLong(2, amount);
            statement.setObject(3, utc(row.recordedAt()));
            statement.setString(4, row.stream().eventId(row.version()));
        });
    }

    /** Excesses with something still to be decided, oldest first. */
    List<Excess> undecided(int most) {
        String sql = CASES + "where amount > waived order by since, stream limit ?";
        return database.query(sql, statement -> statement.setInt(1, most), ExcessTable::excess);
    }

    /** An account's excess. */
    Optional<Excess> of(StreamId stream) {
        return database
                .query(
                        CASES + "where stream = ?",
                        statement -> statement.setLong(1, stream.value()),
                        ExcessTable::excess)
                .stream()
                .findFirst();
    }

    /** Keeps a decision that another officer has to approve. */
    void propose(Excess.Decision decision, Caller.Officer officer) {
        String sql = """
                insert into excess_decision
                    (id, stream, amount, outcome, reason, proposed_by, proposer_name, proposed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """;
        database.update(sql, statement -> {
            statement.setObject(1, decision.id());
            statement.setLong(2, decision.stream().value());
            statement.setLong(3, decision.amount());
            statement.setString(4, decision.outcome().name());
            statement.setString(5, decision.reason());
            statement.setString(6, officer.id());
            statement.setString(7, officer.name());
            statement.setObject(8, utc(decision.proposedAt()));
        });
    }

    Optional<Excess.Decision> decision(UUID id) {
        return database
                .query(DECISIONS + "where id = ?", statement -> statement.setObject(1, id), ExcessTable::decision)
                .stream()
                .findFirst();
    }

    /** Decisions about what was paid too much to a member, oldest first. */
    List<Excess.Decision> decisions(MemberNumber member) {
        return database.query(
                DECISIONS + "where stream between ? and ? order by proposed_at",
                statement -> {
                    statement.setLong(1, StreamId.of(member).value());
                    statement.setLong(2, StreamId.lastAccountOf(member).value());
                },
                ExcessTable::decision);
    }

    /** Those that another officer can still approve: the excess is open by just that much; oldest first. */
    List<Excess.Decision> waiting(int most) {
        String sql = DECISIONS + "where approved_by is null and exists (select from (" + CASES + """
                ) as known where known.stream = excess_decision.stream
                  and known.amount - known.waived = excess_decision.amount)
                order by proposed_at limit ?
                """;
        return database.query(sql, statement -> statement.setInt(1, most), ExcessTable::decision);
    }

    void approve(UUID id, Caller.Officer officer, Instant at) {
        String sql = """
                update excess_decision set approved_by = ?, approver_name = ?, approved_at = ?
                where id = ? and approved_by is null
                """;
        database.update(sql, statement -> {
            statement.setString(1, officer.id());
            statement.setString(2, officer.name());
            statement.setObject(3, utc(at));
            statement.setObject(4, id);
        });
    }

    /** Adds to what is waived of an excess; less of it once the excess itself is less. */
    void waive(Excess.Decision decision) {
        database.update("update excess set waived = waived + ? where stream = ?", statement -> {
            statement.setLong(1, decision.amount());
            statement.setLong(2, decision.stream().value());
        });
    }

    private static Excess excess(ResultSet row) throws SQLException {
        return new Excess(
                new StreamId(row.getLong("stream")),
                row.getLong("amount"),
                row.getLong("waived"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getString("event_id"));
    }

    private static Excess.Decision decision(ResultSet row) throws SQLException {
        return new Excess.Decision(
                row.getObject("id", UUID.class),
                new StreamId(row.getLong("stream")),
                row.getLong("amount"),
                Excess.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getString("proposer_name"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getString("approver_name"),
                instant(row, "approved_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
