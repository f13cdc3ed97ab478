package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** The segments that exist for a reader, and the head that names the newest two. */
@ApplicationScoped
public class SegmentTable {
    private final Database database;

    public SegmentTable(Database database) {
        this.database = database;
    }

    /** Where the newest rows lie, in the snapshot of the current statement. */
    public SegmentHead head() {
        String sql = "select online_segment, generation from head";
        return database.query(sql, Database.Binding.NONE, SegmentTable::head).getFirst();
    }

    /** Which segments may hold events with value dates in a range, in the order of their writing. */
    List<Integer> holding(LocalDate from, LocalDate until) {
        String sql = """
                select id from segment
                where coalesce(value_until >= ?, kind = 'ONLINE') and coalesce(value_from <= ?, kind = 'ONLINE')
                order by id
                """;
        return database.query(
                sql,
                statement -> {
                    statement.setObject(1, from);
                    statement.setObject(2, until);
                },
                row -> row.getInt(1));
    }

    /** Reads the columns online_segment and generation. */
    static SegmentHead head(ResultSet row) throws SQLException {
        return new SegmentHead(row.getInt("online_segment"), row.getObject("generation", Integer.class));
    }
}
