package jp.nenkin.ledger.publish;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import jp.nenkin.kit.RelaySource;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.journal.StreamId;
import org.jspecify.annotations.Nullable;

/**
 * The journal in the order of its segments: the rows of an online segment as their transactions were numbered, a run's
 * events by stream and version. A segment is left when it takes no more rows and none is left.
 */
@ApplicationScoped
class JournalRelaySource implements RelaySource {
    private static final int SLICE = 1_000;
    // Below xmin no transaction can come any more that would have to be sent before one already sent.
    private static final String SETTLED = "and xid < pg_snapshot_xmin(pg_current_snapshot())";

    private final Database database;

    JournalRelaySource(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public Optional<Slice> next(String text) {
        Position start = text.isEmpty() ? Position.before(firstSegment()) : Position.parse(text);
        Position position = start;
        while (true) {
            // Read before its rows: a segment that has a successor takes no more, so what is read then is all.
            Segment segment = segment(position.segment());
            List<PublishedRow> rows = segment.isRun() ? runRows(position) : onlineRows(position, segment);
            if (!rows.isEmpty()) {
                Position after = rows.getLast().position();
                return Optional.of(new Slice(Envelope.records(rows), after.toString()));
            }
            if (segment.next() == null) {
                return position.equals(start)
                        ? Optional.empty()
                        : Optional.of(new Slice(List.of(), position.toString()));
            }
            position = Position.before(segment.next());
        }
    }

    private int firstSegment() {
        return database.query("select min(id) from segment", Database.Binding.NONE, row -> row.getInt(1))
                .getFirst();
    }

    private Segment segment(int id) {
        String sql = """
                select kind = 'RUN' as is_run,
                       (select min(later.id) from segment later where later.id > here.id) as next
                from segment here where id = ?
                """;
        return database.query(
                        sql,
                        statement -> statement.setInt(1, id),
                        row -> new Segment(row.getBoolean("is_run"), row.getObject("next", Integer.class)))
                .getFirst();
    }

    private List<PublishedRow> onlineRows(Position position, Segment segment) {
        String sql = """
            select xid::text::bigint as major, id as minor, stream, version, type, recorded_at, payload
            from %s
            where (xid, id) > (?::text::xid8, ?) %s
            order by xid, id
            limit ?
            """.formatted(SegmentHead.leaf(position.segment()), segment.next() == null ? SETTLED : "");
        return database.query(
                sql,
                statement -> {
                    statement.setString(1, Long.toString(position.major()));
                    statement.setLong(2, position.minor());
                    statement.setInt(3, SLICE);
                },
                row -> row(position.segment(), row));
    }

    private List<PublishedRow> runRows(Position position) {
        String sql = """
            select stream as major, version as minor, stream, version, type, recorded_at, payload
            from %s
            where (stream, version) > (?, ?) and type <> 'CARRIED'
            order by stream, version
            limit ?
            """.formatted(SegmentHead.leaf(position.segment()));
        return database.query(
                sql,
                statement -> {
                    statement.setLong(1, position.major());
                    statement.setLong(2, position.minor());
                    statement.setInt(3, SLICE);
                },
                row -> row(position.segment(), row));
    }

    private static PublishedRow row(int segment, ResultSet row) throws SQLException {
        return new PublishedRow(
                new Position(segment, row.getLong("major"), row.getLong("minor")),
                new StreamId(row.getLong("stream")),
                row.getInt("version"),
                row.getString("type"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"));
    }

    /** A segment as it is known; without a next one it still takes rows. */
    private record Segment(boolean isRun, @Nullable Integer next) {}
}
