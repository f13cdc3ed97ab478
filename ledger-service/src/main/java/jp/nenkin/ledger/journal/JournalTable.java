package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.postgresql.PGConnection;

/** The rows of the journal; read from leaves by name, since planning through the parent grows with every segment. */
@ApplicationScoped
public class JournalTable {
    private static final String NEWEST_COLUMNS = "stream, version, value_date, balance, recorded_at, state, hash";

    private final Database database;

    public JournalTable(Database database) {
        this.database = database;
    }

    /** The newest rows of the streams that are in the online segment or the generation. */
    Reading newest(SegmentHead head, Collection<StreamId> streams) {
        long[] ids = streams.stream().mapToLong(StreamId::value).toArray();
        return reading(newestSql(head, numbers(ids) + " as wanted (id)"), statement -> bind(statement, ids));
    }

    /**
     * The newest rows of the members' own streams and of all their accounts, as far as they are in the online segment
     * or the generation.
     */
    Reading newestOf(SegmentHead head, Collection<MemberNumber> members) {
        // The limit cuts nothing off. It keeps the planner, which takes any range for a ninth of the table, from
        // reading the whole registry once for each member.
        long[] numbers = members.stream().mapToLong(MemberNumber::value).toArray();
        String from = """
                %s as member (number)
                cross join lateral (
                    select id from stream
                    where id between member.number * 10000 and member.number * 10000 + 4999
                    order by id limit 5000
                ) as wanted
                """.formatted(numbers(numbers));
        return reading(newestSql(head, from), statement -> bind(statement, numbers));
    }

    /**
     * A table of parameters. The server takes any array for ten rows and so plans one with a single row anew each time,
     * which took longer than reading the row.
     */
    private static String numbers(long[] numbers) {
        return numbers.length == 1 ? "(values (?::int8))" : "unnest(?::int8[])";
    }

    private static void bind(PreparedStatement statement, long[] numbers) throws SQLException {
        if (numbers.length == 1) {
            statement.setLong(1, numbers[0]);
        } else {
            bind(statement, 1, "int8", numbers);
        }
    }

    /** The newest rows of streams whose last row lies in one segment. */
    List<NewestRow> lastIn(int segment, Collection<StreamId> streams) {
        String sql = """
                select distinct on (stream) %s from %s where stream = any (?) order by stream, version desc
                """.formatted(NEWEST_COLUMNS, SegmentHead.leaf(segment));
        return database.query(sql, statement -> StreamTable.bindIds(statement, 1, streams), JournalTable::newestRow);
    }

    /** A stream's events with value dates in a range, oldest first. */
    List<StoredRow> history(List<Integer> segments, StreamId stream, LocalDate from, LocalDate until) {
        return events(segments, "stream = ? and value_date between ? and ?", (statement, first) -> {
            statement.setLong(first, stream.value());
            statement.setObject(first + 1, from);
            statement.setObject(first + 2, until);
            return first + 3;
        });
    }

    /** The events of streams whose numbers follow each other, by stream and version, in one snapshot. */
    List<StoredRow> events(List<Integer> segments, StreamId first, StreamId last) {
        return events(segments, "stream between ? and ?", (statement, index) -> {
            statement.setLong(index, first.value());
            statement.setLong(index + 1, last.value());
            return index + 2;
        });
    }

    /** Sets a leaf's parameters from an index on, and says which comes after them. */
    @FunctionalInterface
    private interface LeafBinding {
        int bind(PreparedStatement statement, int index) throws SQLException;
    }

    private List<StoredRow> events(List<Integer> segments, String condition, LeafBinding binding) {
        if (segments.isEmpty()) {
            return List.of();
        }
        String leaf = "select segment, stream, version, type, value_date, amount, balance, recorded_at, payload, state,"
                + " hash from %s where " + condition + " and type <> 'CARRIED'";
        String sql = segments.stream()
                .map(SegmentHead::leaf)
                .map(leaf::formatted)
                .collect(Collectors.joining(" union all ", "", " order by stream, version"));
        return database.query(
                sql,
                statement -> {
                    int index = 1;
                    for (int leafs = 0; leafs < segments.size(); leafs++) {
                        index = binding.bind(statement, index);
                    }
                },
                JournalTable::storedRow);
    }

    /** Writes rows in one statement. */
    void insert(List<StoredRow> rows) {
        String sql = """
                insert into journal (segment, stream, version, type, value_date, amount, balance, recorded_at,
                    payload, state, hash)
                select ?, stream, version, type, date '1970-01-01' + day, amount, balance,
                    -- In two steps: a product with an interval is computed in floating point.
                    timestamptz 'epoch' + micros / 1000000 * interval '1 second'
                        + micros % 1000000 * interval '1 microsecond', payload, state, hash
                from unnest(?::int8[], ?::int8[], ?::int4[], ?::text[], ?::int4[], ?::int8[], ?::int8[],
                    ?::bytea[], ?::bytea[], ?::bytea[])
                    as new (micros, stream, version, type, day, amount, balance, payload, state, hash)
                """;
        StoredRow first = rows.getFirst();
        database.update(sql, statement -> {
            statement.setInt(1, first.segment());
            bindColumns(statement, rows);
        });
    }

    private static void bindColumns(PreparedStatement statement, List<StoredRow> rows) throws SQLException {
        bind(statement, 2, "int8", longs(rows, row -> ChronoUnit.MICROS.between(Instant.EPOCH, row.recordedAt())));
        bind(statement, 3, "int8", longs(rows, row -> row.stream().value()));
        bind(statement, 4, "int4", rows.stream().mapToInt(StoredRow::version).toArray());
        bind(statement, 5, "text", rows.stream().map(StoredRow::type).toArray());
        bind(
                statement,
                6,
                "int4",
                rows.stream()
                        .mapToInt(row -> (int) row.valueDate().toEpochDay())
                        .toArray());
        bind(statement, 7, "int8", longs(rows, row -> row.amount().amount()));
        bind(statement, 8, "int8", longs(rows, row -> row.balance().amount()));
        bind(statement, 9, "bytea", rows.stream().map(StoredRow::payload).toArray(byte[][]::new));
        bind(statement, 10, "bytea", rows.stream().map(StoredRow::state).toArray(byte[][]::new));
        bind(statement, 11, "bytea", rows.stream().map(StoredRow::hash).toArray(byte[][]::new));
    }

    private static long[] longs(List<StoredRow> rows, ToLongFunction<StoredRow> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static void bind(PreparedStatement statement, int index, String type, Object values) throws SQLException {
        PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
        statement.setArray(index, connection.createArrayOf(type, values));
    }

    private Reading reading(String sql, Database.Binding binding) {
        List<NewestRow> rows = new ArrayList<>();
        List<StreamId> missing = new ArrayList<>();
        List<SegmentHead> heads = database.query(sql, binding, row -> {
            if (row.getObject("stream") != null) {
                rows.add(newestRow(row));
            } else if (row.getObject("wanted") != null) {
                missing.add(new StreamId(row.getLong("wanted")));
            }
            return SegmentTable.head(row);
        });
        return new Reading(heads.getFirst(), rows, missing);
    }

    /** One statement: the head as it is now, and every wanted stream with its newest row in the two leaves. */
    private static String newestSql(SegmentHead head, String wanted) {
        String generation = head.generation() == null
                ? ""
                : " union all select %s from %s where stream = wanted.id"
                        .formatted(NEWEST_COLUMNS, SegmentHead.leaf(head.generation()));
        return """
                select head.online_segment, head.generation, wanted.id as wanted, newest.*
                from head
                left join (%s left join lateral (
                    select * from (select %s from %s where stream = wanted.id%s) as rows
                    order by version desc limit 1
                ) as newest on true) on true
                order by wanted.id
                """.formatted(wanted, NEWEST_COLUMNS, SegmentHead.leaf(head.online()), generation);
    }

    private static NewestRow newestRow(ResultSet row) throws SQLException {
        return new NewestRow(
                new StreamId(row.getLong("stream")),
                row.getInt("version"),
                row.getObject("value_date", LocalDate.class),
                new Yen(row.getLong("balance")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("state"),
                row.getBytes("hash"));
    }

    private static StoredRow storedRow(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getInt("segment"),
                new StreamId(row.getLong("stream")),
                row.getInt("version"),
                row.getString("type"),
                row.getObject("value_date", LocalDate.class),
                new Yen(row.getLong("amount")),
                new Yen(row.getLong("balance")),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getBytes("state"),
                row.getBytes("hash"));
    }

    /**
     * What one statement saw.
     *
     * @param head the head at that moment; when it is not the one asked with, the rows are no answer
     * @param missing wanted streams without a row in the two leaves
     */
    record Reading(SegmentHead head, List<NewestRow> rows, List<StreamId> missing) {}
}
