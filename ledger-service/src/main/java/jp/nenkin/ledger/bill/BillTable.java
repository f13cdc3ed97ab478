package jp.nenkin.ledger.bill;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.nenkin.events.BillPrepared.PlanTotal;
import jp.nenkin.events.EventType;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.AccountId;

/** Bills with their lines, and which runs they were prepared for. */
@ApplicationScoped
class BillTable {
    // A run is followed by the next segment only when it is complete: below its number, nothing comes in any more.
    private static final String UNBILLED = """
            select run.id as run, run.period, segment.id as segment,
                   coalesce((select max(earlier.id)
                             from segment earlier join run before on before.id = earlier.run
                             where before.kind = 'CONTRIBUTION' and earlier.id < segment.id), 0) as after
            from run join segment on segment.run = run.id
            where run.kind = 'CONTRIBUTION' and run.status = 'COMPLETED'
              and not exists (select from billing where billing.run = run.id)
            order by segment.id limit 1
            """;
    private static final String PREPARE = """
            with billed as materialized (
                -- As a record, so that a payload is parsed once and not for each of its fields.
                select stream, version, amount, told.month, told."establishmentNumber" as establishment_number,
                       case when type = ? then 'ADJUSTMENT'
                            when segment = ? then 'CONTRIBUTION'
                            else 'LATE_CONTRIBUTION' end as kind
                from journal
                cross join lateral json_to_record(convert_from(payload, 'UTF8')::json)
                    as told (month text, "establishmentNumber" text)
                where segment > ? and segment <= ? and type in (?, ?)
            ), made as (
                insert into bill (run, month, establishment_number)
                select ?, ?, establishment_number from billed group by establishment_number
                returning id, establishment_number
            )
            insert into bill_line (bill, stream, version, amount, kind, month)
            select made.id, stream, version, amount, kind, month
            from billed join made using (establishment_number)
            order by made.id, stream, version
            """;
    private static final String TOTALS = """
            select bill, min(stream) as of_the_plan,
                   count(*) filter (where kind = 'CONTRIBUTION') as accounts,
                   coalesce(sum(amount) filter (where kind = 'CONTRIBUTION'), 0)::bigint as contributions,
                   coalesce(sum(amount) filter (where kind <> 'CONTRIBUTION'), 0)::bigint as corrections
            from bill_line where bill = any (?)
            group by bill, stream % 10000 / 1000 order by bill, stream % 10000 / 1000
            """;
    private static final String HEADS = """
            select bill.id, bill.establishment_number, bill.month, billing.prepared_at
            from bill join billing on billing.run = bill.run
            """;

    private final Database database;

    BillTable(Database database) {
        this.database = database;
    }

    /**
     * A run whose bills are still to be prepared.
     *
     * @param segment where its rows are
     * @param after the segment of the month's run before it; 0 before the first
     */
    record Unbilled(long run, YearMonth month, int segment, int after) {}

    /** The oldest completed run of contributions without bills. */
    Optional<Unbilled> unbilled() {
        return database
                .query(
                        UNBILLED,
                        Database.Binding.NONE,
                        row -> new Unbilled(
                                row.getLong("run"),
                                YearMonth.parse(row.getString("period")),
                                row.getInt("segment"),
                                row.getInt("after")))
                .stream()
                .findFirst();
    }

    /** Whether the run of a month is complete and without bills. */
    boolean isUnbilled(YearMonth month) {
        String sql = """
                select exists (select from run join segment on segment.run = run.id
                    where run.kind = 'CONTRIBUTION' and run.status = 'COMPLETED' and run.period = ?
                      and not exists (select from billing where billing.run = run.id))
                """;
        return database.query(sql, statement -> statement.setString(1, month.toString()), row -> row.getBoolean(1))
                .getFirst();
    }

    /** Whether this transaction is the only one that prepares or tells bills. */
    boolean isAlone() {
        return database.query(
                        "select pg_try_advisory_xact_lock(7131, 0)", Database.Binding.NONE, row -> row.getBoolean(1))
                .getFirst();
    }

    /** Writes a run's bills and their lines, and says how many lines. */
    int prepare(Unbilled run, Instant at) {
        database.update("insert into billing (run, prepared_at) values (?, ?)", statement -> {
            statement.setLong(1, run.run());
            statement.setObject(2, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
        });
        return database.update(PREPARE, statement -> {
            statement.setString(1, EventType.CONTRIBUTION_ADJUSTED.writtenName());
            statement.setInt(2, run.segment());
            statement.setInt(3, run.after());
            statement.setInt(4, run.segment());
            statement.setString(5, EventType.CONTRIBUTION_POSTED.writtenName());
            statement.setString(6, EventType.CONTRIBUTION_ADJUSTED.writtenName());
            statement.setLong(7, run.run());
            statement.setString(8, run.month().toString());
        });
    }

    /** The oldest run whose bills no event tells of yet. */
    Optional<Long> untold() {
        String sql = "select run from billing where told_at is null order by run limit 1";
        return database.query(sql, Database.Binding.NONE, row -> row.getLong(1)).stream()
                .findFirst();
    }

    void told(long run, Instant at) {
        database.update("update billing set told_at = ? where run = ?", statement -> {
            statement.setObject(1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            statement.setLong(2, run);
        });
    }

    List<Bill.Head> of(long run) {
        return database.query(
                HEADS + "where bill.run = ? order by bill.id", statement -> statement.setLong(1, run), BillTable::head);
    }

    Optional<Bill.Head> find(String establishmentNumber, YearMonth month) {
        return database
                .query(
                        HEADS + "where bill.establishment_number = ? and bill.month = ?",
                        statement -> {
                            statement.setString(1, establishmentNumber);
                            statement.setString(2, month.toString());
                        },
                        BillTable::head)
                .stream()
                .findFirst();
    }

    /** What bills add up to, by bill and plan. */
    Map<Long, List<PlanTotal>> totals(Collection<Bill.Head> bills) {
        Long[] numbers = bills.stream().map(Bill.Head::number).toArray(Long[]::new);
        Map<Long, List<PlanTotal>> totals = new HashMap<>();
        database
                .query(
                        TOTALS,
                        statement ->
                                statement.setArray(1, statement.getConnection().createArrayOf("int8", numbers)),
                        row -> Map.entry(row.getLong("bill"), planTotal(row)))
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey))
                .forEach((bill, plans) ->
                        totals.put(bill, plans.stream().map(Map.Entry::getValue).toList()));
        return totals;
    }

    List<Bill.Line> lines(Bill.Head bill) {
        String sql = "select stream, month, kind, amount from bill_line where bill = ? order by stream, version";
        return database.query(sql, statement -> statement.setLong(1, bill.number()), BillTable::line);
    }

    private static Bill.Head head(ResultSet row) throws SQLException {
        return new Bill.Head(
                row.getLong("id"),
                row.getString("establishment_number"),
                YearMonth.parse(row.getString("month")),
                row.getObject("prepared_at", OffsetDateTime.class).toInstant());
    }

    private static PlanTotal planTotal(ResultSet row) throws SQLException {
        return new PlanTotal(
                new StreamId(row.getLong("of_the_plan")).account().plan(),
                row.getLong("accounts"),
                row.getLong("contributions"),
                row.getLong("corrections"));
    }

    private static Bill.Line line(ResultSet row) throws SQLException {
        AccountId account = new StreamId(row.getLong("stream")).account();
        return new Bill.Line(
                account.member().toString(),
                account.plan(),
                YearMonth.parse(row.getString("month")),
                BillLineKind.valueOf(row.getString("kind")),
                row.getLong("amount"));
    }
}
