package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The registry of streams. */
@ApplicationScoped
public class StreamTable {
    private final Database database;

    public StreamTable(Database database) {
        this.database = database;
    }

    /** A member's own stream and those of all accounts, closed ones too, in the order of their numbers. */
    List<StreamId> of(MemberNumber member) {
        String sql = "select id from stream where id between ? and ? order by id";
        return database.query(
                sql,
                statement -> {
                    statement.setLong(1, StreamId.of(member).value());
                    statement.setLong(2, StreamId.of(member).value() + StreamId.FIRST_STATEMENT - 1);
                },
                row -> new StreamId(row.getLong(1)));
    }

    /** Where the last rows of the closed ones among the streams lie: streams by segment. */
    Map<Integer, List<StreamId>> closedSegments(Collection<StreamId> streams) {
        String sql = """
                select stream.id, closed_segment from stream
                join segment on segment.id = closed_segment -- none yet for what an unfinished run has registered
                where stream.id = any (?)
                """;
        Map<Integer, List<StreamId>> bySegment = new HashMap<>();
        database.query(
                sql,
                statement -> bindIds(statement, 1, streams),
                row -> bySegment
                        .computeIfAbsent(row.getInt(2), segment -> new ArrayList<>())
                        .add(new StreamId(row.getLong(1))));
        return bySegment;
    }

    /** What becomes of a stream in the registry. */
    private record Entry(
            StreamId stream, LocalDate openFrom, @Nullable LocalDate openUntil) {}

    /** Does to the registry what the rows say, in their order. */
    void follow(List<NewRow> rows, int segment) {
        Map<StreamId, Entry> entries = new LinkedHashMap<>();
        for (NewRow row : rows) {
            if (row.standing() != Standing.GOES_ON) {
                Entry before = entries.get(row.stream());
                LocalDate from = before == null ? row.valueDate() : before.openFrom();
                LocalDate until = row.standing().closes() ? row.valueDate() : null;
                entries.put(row.stream(), new Entry(row.stream(), from, until));
            }
        }
        if (!entries.isEmpty()) {
            put(List.copyOf(entries.values()), segment);
        }
    }

    /** Registers streams that lie in a table which is no segment yet. */
    void register(List<OpenedStream> opened, int segment) {
        if (!opened.isEmpty()) {
            put(opened.stream().map(StreamTable::entry).toList(), segment);
        }
    }

    private static Entry entry(OpenedStream opened) {
        return new Entry(opened.stream(), opened.openedOn(), opened.closes() ? opened.openedOn() : null);
    }

    private void put(List<Entry> entries, int segment) {
        String sql = """
                insert into stream (id, kind, natural_key, open_from, open_until, closed_segment)
                select id, kind, natural_key, open_from, open_until, case when open_until is not null then ? end
                from unnest(?::int8[], ?::text[], ?::text[], ?::date[], ?::date[])
                    as changed (id, kind, natural_key, open_from, open_until)
                on conflict (id) do update
                    set open_until = excluded.open_until, closed_segment = excluded.closed_segment
                """;
        List<StreamId> ids = entries.stream().map(Entry::stream).toList();
        database.update(sql, statement -> {
            statement.setInt(1, segment);
            bindIds(statement, 2, ids);
            bind(statement, 3, "text", ids.stream().map(id -> id.kind().name()).toArray());
            bind(statement, 4, "text", ids.stream().map(StreamId::naturalKey).toArray());
            bind(
                    statement,
                    5,
                    "date",
                    entries.stream().map(entry -> entry.openFrom().toString()).toArray());
            bind(
                    statement,
                    6,
                    "date",
                    entries.stream().map(entry -> text(entry.openUntil())).toArray());
        });
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static void bind(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    static void bindIds(PreparedStatement statement, int index, Collection<StreamId> streams) throws SQLException {
        long[] ids = streams.stream().mapToLong(StreamId::value).toArray();
        PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
        statement.setArray(index, connection.createArrayOf("int8", ids));
    }
}
