package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.money.Yen;
import org.jspecify.annotations.Nullable;

/** The runs and their control totals. */
@ApplicationScoped
class RunTable {
    private static final String SELECT = """
            select id, public_id, kind, period, parameters, status, requested_by, requested_at, started_at,
                completed_at, total, events, amount, reason,
                case when status = 'COMPLETED' then done
                     else (select coalesce(sum(streams), 0)::bigint from run_chunk where run_chunk.run = run.id)
                end as done
            from run
            """;

    private final Database database;

    RunTable(Database database) {
        this.database = database;
    }

    /** Opens a run unless its period has one or another one is open. */
    boolean insert(RunRequest request) {
        String sql = """
                insert into run (public_id, kind, period, parameters, requested_by, requested_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """;
        return database.update(sql, statement -> {
                    statement.setObject(1, request.id());
                    statement.setString(2, request.kind().name());
                    statement.setString(3, request.period());
                    statement.setString(4, request.parameters());
                    statement.setString(5, request.requestedBy());
                    statement.setObject(6, utc(request.requestedAt()));
                })
                == 1;
    }

    Optional<Run> find(UUID id) {
        return first(SELECT + "where public_id = ?", statement -> statement.setObject(1, id));
    }

    Optional<Run> standing(RunKind kind, String period) {
        return first(SELECT + "where kind = ? and period = ? and status in ('OPEN', 'COMPLETED')", statement -> {
            statement.setString(1, kind.name());
            statement.setString(2, period);
        });
    }

    Optional<Run> open() {
        return first(SELECT + "where status = 'OPEN'", Database.Binding.NONE);
    }

    List<Run> newest(int most) {
        return database.query(
                SELECT + "order by id desc limit ?", statement -> statement.setInt(1, most), RunTable::run);
    }

    /** Holds the run's row until the transaction ends. */
    void lock(Run run) {
        database.query(
                "select id from run where id = ? for update",
                statement -> statement.setLong(1, run.number()),
                row -> row.getLong(1));
    }

    /** Records the first sight of a run's size. */
    void begin(Run run, long total, Instant at) {
        database.update("update run set total = ?, started_at = ? where id = ?", statement -> {
            statement.setLong(1, total);
            statement.setObject(2, utc(at));
            statement.setLong(3, run.number());
        });
    }

    /**
     * Returns when a run is open.
     *
     * @throws RunNotOpen when it has failed or was given up
     */
    void requireOpen(Run run) {
        if (!find(run.request().id()).map(Run::status).equals(Optional.of(RunStatus.OPEN))) {
            throw new RunNotOpen(run);
        }
    }

    void complete(Run run, RunTotals totals, Instant at) {
        String sql = """
                update run set status = 'COMPLETED', completed_at = ?, done = ?, total = ?, events = ?, amount = ?
                where id = ? and status = 'OPEN'
                """;
        int changed = database.update(sql, statement -> {
            statement.setObject(1, utc(at));
            statement.setLong(2, totals.streams());
            statement.setLong(3, totals.streams());
            statement.setLong(4, totals.events());
            statement.setLong(5, totals.amount().amount());
            statement.setLong(6, run.number());
        });
        if (changed != 1) {
            throw new RunNotOpen(run);
        }
    }

    /** Ends an open run without rows; false when it is not open any more. */
    boolean end(long number, RunStatus status, String reason) {
        String sql = "update run set status = ?, reason = ? where id = ? and status = 'OPEN'";
        return database.update(sql, statement -> {
                    statement.setString(1, status.name());
                    statement.setString(2, reason);
                    statement.setLong(3, number);
                })
                == 1;
    }

    private Optional<Run> first(String sql, Database.Binding binding) {
        return database.query(sql, binding, RunTable::run).stream().findFirst();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Run run(ResultSet row) throws SQLException {
        RunRequest request = new RunRequest(
                row.getObject("public_id", UUID.class),
                RunKind.valueOf(row.getString("kind")),
                row.getString("period"),
                row.getString("parameters"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
        return new Run(
                row.getLong("id"),
                request,
                RunStatus.valueOf(row.getString("status")),
                row.getLong("done"),
                row.getLong("total"),
                new RunTotals(row.getLong("done"), row.getLong("events"), new Yen(row.getLong("amount"))),
                instant(row, "started_at"),
                instant(row, "completed_at"),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime stored = row.getObject(column, OffsetDateTime.class);
        return stored == null ? null : stored.toInstant();
    }
}
