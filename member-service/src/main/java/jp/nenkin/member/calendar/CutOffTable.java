package jp.nenkin.member.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.kit.Database;

/** The years' cut-offs in all their revisions, of which the latest holds. */
@ApplicationScoped
class CutOffTable {
    private static final String IN_FORCE = """
            select fiscal_year, filing_type, channel, last_day from cut_off c
             where not exists (select from cut_off_list later
                                where later.fiscal_year = c.fiscal_year and later.revision > c.revision)
            """;
    private static final String IN_ORDER = " order by last_day, fiscal_year, filing_type, channel";

    private final Database database;
    private final Clock clock;

    CutOffTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<CutOff> of(int fiscalYear) {
        return database.query(
                IN_FORCE + " and fiscal_year = ?" + IN_ORDER,
                statement -> statement.setInt(1, fiscalYear),
                CutOffTable::cutOff);
    }

    /** Those of any year whose last day is this one or later. */
    List<CutOff> notBefore(LocalDate day) {
        return database.query(
                IN_FORCE + " and last_day >= ?" + IN_ORDER,
                statement -> statement.setObject(1, day),
                CutOffTable::cutOff);
    }

    /** One revision of a year at a time, until the end of the transaction. */
    void takeTurn(int fiscalYear) {
        database.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                statement -> statement.setString(1, "cut-offs/" + fiscalYear),
                _ -> true);
    }

    /** Adds the next revision of a year, which from now on holds. */
    void add(int fiscalYear, List<CutOff> cutOffs, String officer) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        String list = """
                insert into cut_off_list (fiscal_year, revision, set_at, set_by)
                select ?, coalesce(max(revision), 0) + 1, ?, ? from cut_off_list where fiscal_year = ?
                """;
        int _ = database.update(list, statement -> {
            statement.setInt(1, fiscalYear);
            statement.setObject(2, now);
            statement.setString(3, officer);
            statement.setInt(4, fiscalYear);
        });
        cutOffs.forEach(this::add);
    }

    private void add(CutOff cutOff) {
        String sql = """
                insert into cut_off (fiscal_year, revision, filing_type, channel, last_day)
                select fiscal_year, max(revision), ?, ?, ? from cut_off_list where fiscal_year = ? group by fiscal_year
                """;
        int _ = database.update(sql, statement -> {
            statement.setString(1, cutOff.type().name());
            statement.setString(2, cutOff.channel().name());
            statement.setObject(3, cutOff.lastDay());
            statement.setInt(4, cutOff.fiscalYear());
        });
    }

    private static CutOff cutOff(ResultSet row) throws SQLException {
        return new CutOff(
                row.getInt("fiscal_year"),
                FilingType.valueOf(row.getString("filing_type")),
                FilingChannel.valueOf(row.getString("channel")),
                row.getObject("last_day", LocalDate.class));
    }
}
