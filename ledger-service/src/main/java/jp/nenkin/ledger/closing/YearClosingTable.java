package jp.nenkin.ledger.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.YearClosed.SealRoot;
import jp.nenkin.kit.Caller;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.FiscalYear;
import org.jspecify.annotations.Nullable;

/** Closings of years; what the second computation does stands in the database's own functions. */
@ApplicationScoped
class YearClosingTable {
    // The online segment still takes rows; what lies below it stays as it is.
    private static final String INSERT = """
            insert into year_closing (id, fiscal_year, cut, requested_by, requester_name, requested_at)
            values (?, ?, (select max(segment.id) from segment, head where segment.id < online_segment), ?, ?, ?)
            on conflict do nothing
            """;
    private static final String SELECT = """
            select id, fiscal_year, status, requested_by, requester_name, requested_at, computed_at, approver_name,
                   approved_at, seal,
                   (select encode(sealed.root, 'hex') from seal sealed where number = year_closing.seal) as root
            from year_closing
            """;
    private static final String EARLIER_OPEN = """
            select min(period) from run
            where kind = 'INTEREST' and status = 'COMPLETED' and period::int < ?
              and period::int not in (select fiscal_year from year_closing where status = 'CLOSED')
            """;
    private static final String COMPUTED = "select * from plan_totals(?) order by of_the_plan % 10000";
    private static final String CLOSED =
            "select * from closed_total where fiscal_year = ? order by of_the_plan % 10000";

    private final Database database;

    YearClosingTable(Database database) {
        this.database = database;
    }

    /** Requests a closing unless the year has one or another one is computed. */
    boolean insert(UUID id, FiscalYear year, Caller.Officer officer, Instant at) {
        return database.update(INSERT, statement -> {
                    statement.setObject(1, id);
                    statement.setInt(2, year.year());
                    statement.setString(3, officer.id());
                    statement.setString(4, officer.name());
                    statement.setObject(5, utc(at));
                })
                == 1;
    }

    Optional<YearClosing.Head> find(UUID id) {
        return first(SELECT + "where id = ?", statement -> statement.setObject(1, id));
    }

    /** The year's closing that counts. */
    Optional<YearClosing.Head> standing(FiscalYear year) {
        return first(
                SELECT + "where fiscal_year = ? and status <> 'DIFFERENT'",
                statement -> statement.setInt(1, year.year()));
    }

    Optional<YearClosing.Head> computing() {
        return first(SELECT + "where status = 'COMPUTING'", Database.Binding.NONE);
    }

    List<YearClosing.Head> newest(int most) {
        return database.query(
                SELECT + "order by requested_at desc limit ?",
                statement -> statement.setInt(1, most),
                YearClosingTable::head);
    }

    /** The earliest year before this one whose interest was run and which is not closed. */
    Optional<Integer> earlierOpen(FiscalYear year) {
        return database.query(
                        EARLIER_OPEN,
                        statement -> statement.setInt(1, year.year()),
                        row -> Optional.ofNullable(row.getString(1)))
                .getFirst()
                .map(Integer::valueOf);
    }

    /** Whether this transaction is the only one that computes. */
    boolean isAlone() {
        return database.query(
                        "select pg_try_advisory_xact_lock(7132, 0)", Database.Binding.NONE, row -> row.getBoolean(1))
                .getFirst();
    }

    /** Computes the next accounts; false when none were left, and the closing then says how the comparison ended. */
    boolean compute(UUID id, int accounts, Instant at) {
        return database.query(
                        "select compute_closing(?, ?, ?)",
                        statement -> {
                            statement.setObject(1, id);
                            statement.setInt(2, accounts);
                            statement.setObject(3, utc(at));
                        },
                        row -> row.getBoolean(1))
                .getFirst();
    }

    /** Closes what is agreed; false otherwise. */
    boolean close(UUID id, Caller.Officer officer, Instant at) {
        return database.query(
                        "select close_year(?, ?, ?, ?)",
                        statement -> {
                            statement.setObject(1, id);
                            statement.setString(2, officer.id());
                            statement.setString(3, officer.name());
                            statement.setObject(4, utc(at));
                        },
                        row -> row.getBoolean(1))
                .getFirst();
    }

    /** A year's control totals as the second computation has them now. */
    List<YearClosing.PlanFigures> computedTotals(int fiscalYear) {
        return totals(COMPUTED, fiscalYear);
    }

    /** A closed year's control totals as they were closed. */
    List<YearClosing.PlanFigures> closedTotals(int fiscalYear) {
        return totals(CLOSED, fiscalYear);
    }

    private List<YearClosing.PlanFigures> totals(String sql, int fiscalYear) {
        return database.query(sql, statement -> statement.setInt(1, fiscalYear), YearClosingTable::total);
    }

    long differenceCount(UUID id) {
        return database.query(
                        "select count(*) from second_difference where closing = ?",
                        statement -> statement.setObject(1, id),
                        row -> row.getLong(1))
                .getFirst();
    }

    List<YearClosing.Difference> differences(UUID id, int most) {
        String sql = """
                select stream, fiscal_year, what, credited_on, ledger, second from second_difference
                where closing = ? order by stream, fiscal_year, credited_on, what limit ?
                """;
        return database.query(
                sql,
                statement -> {
                    statement.setObject(1, id);
                    statement.setInt(2, most);
                },
                YearClosingTable::difference);
    }

    private Optional<YearClosing.Head> first(String sql, Database.Binding binding) {
        return database.query(sql, binding, YearClosingTable::head).stream().findFirst();
    }

    private static YearClosing.Head head(ResultSet row) throws SQLException {
        return new YearClosing.Head(
                row.getObject("id", UUID.class),
                row.getInt("fiscal_year"),
                ClosingStatus.valueOf(row.getString("status")),
                row.getString("requested_by"),
                row.getString("requester_name"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                instant(row, "computed_at"),
                row.getString("approver_name"),
                instant(row, "approved_at"),
                seal(row));
    }

    private static @Nullable SealRoot seal(ResultSet row) throws SQLException {
        String root = row.getString("root");
        return root == null ? null : new SealRoot(row.getLong("seal"), root);
    }

    private static YearClosing.PlanFigures total(ResultSet row) throws SQLException {
        return new YearClosing.PlanFigures(
                new StreamId(row.getLong("of_the_plan")).account().plan(),
                row.getLong("accounts"),
                row.getLong("opening"),
                row.getLong("corrections"),
                row.getLong("credited"),
                row.getLong("interest"),
                row.getLong("paid"),
                row.getLong("closing"));
    }

    private static YearClosing.Difference difference(ResultSet row) throws SQLException {
        return new YearClosing.Difference(
                new StreamId(row.getLong("stream")).account().toString(),
                row.getInt("fiscal_year"),
                YearClosing.Compared.valueOf(row.getString("what")),
                row.getObject("credited_on", LocalDate.class),
                row.getObject("ledger", Long.class),
                row.getObject("second", Long.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
