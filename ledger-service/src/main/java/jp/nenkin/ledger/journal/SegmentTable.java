package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * A segment, as a reader knows it.
     *
     * @param run the run whose rows it holds; none for an online one
     * @param closedAt the close of that run, before which nobody saw its rows; none for an online one
     */
    record Segment(int id, @Nullable Long run, @Nullable Instant closedAt) {
        /** Whether any of its rows can have been known at an instant. */
        boolean isKnown(@Nullable Instant at) {
            return at == null || closedAt == null || !closedAt.isAfter(at);
        }

        /** When one of its rows became known. */
        Instant knownFrom(StoredRow row) {
            return closedAt == null ? row.recordedAt() : closedAt;
        }
    }

    /** All segments with the closes of their runs, in the order of their writing. */
    List<Segment> all() {
        String sql = """
                select segment.id, segment.run, run.completed_at
                from segment left join run on run.id = segment.run order by segment.id
                """;
        return database.query(
                sql,
                Database.Binding.NONE,
                row -> new Segment(
                        row.getInt("id"),
                        row.getObject("run", Long.class),
                        Optional.ofNullable(row.getObject("completed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)));
    }

    /** Reads the columns online_segment and generation. */
    static SegmentHead head(ResultSet row) throws SQLException {
        return new SegmentHead(row.getInt("online_segment"), row.getObject("generation", Integer.class));
    }
}
