package jp.nenkin.ledger.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    /** All streams of a member, closed ones too, in the order of their numbers. */
    List<StreamId> of(MemberNumber member) {
        String sql = "select id from stream where id between ? and ? order by id";
        return database.query(
                sql,
                statement -> {
                    statement.setLong(1, StreamId.of(member).value());
                    statement.setLong(2, StreamId.of(member).value() + StreamId.PER_MEMBER - 1);
                },
                row -> new StreamId(row.getLong(1)));
    }

    /** Where the last rows of the closed ones among the streams lie: streams by segment. */
    Map<Integer, List<StreamId>> closedSegments(Collection<StreamId> streams) {
        String sql = "select id, closed_segment from stream where id = any (?) and closed_segment is not null";
        Map<Integer, List<StreamId>> bySegment = new HashMap<>();
        database.query(
                sql,
                statement -> bindIds(statement, 1, streams),
                row -> bySegment
                        .computeIfAbsent(row.getInt(2), segment -> new ArrayList<>())
                        .add(new StreamId(row.getLong(1))));
        return bySegment;
    }

    /** Does to the registry what the rows say, in their order. */
    void follow(List<NewRow> rows, int segment) {
        for (NewRow row : rows) {
            switch (row.standing()) {
                case GOES_ON -> {}
                case OPENS -> open(row, null, null);
                case OPENS_AND_CLOSES -> open(row, row.valueDate(), segment);
                case CLOSES -> change(row.stream(), row.valueDate(), segment);
                case REOPENS -> change(row.stream(), null, null);
            }
        }
    }

    private void open(NewRow row, @Nullable LocalDate until, @Nullable Integer closedSegment) {
        String sql = """
                insert into stream (id, kind, natural_key, open_from, open_until, closed_segment)
                values (?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing -- registered by a run that failed before its rows counted
                """;
        database.update(sql, statement -> {
            statement.setLong(1, row.stream().value());
            statement.setString(2, row.stream().kind().name());
            statement.setString(3, row.stream().naturalKey());
            statement.setObject(4, row.valueDate());
            statement.setObject(5, until);
            statement.setObject(6, closedSegment);
        });
    }

    private void change(StreamId stream, @Nullable LocalDate until, @Nullable Integer closedSegment) {
        String sql = "update stream set open_until = ?, closed_segment = ? where id = ?";
        database.update(sql, statement -> {
            statement.setObject(1, until);
            statement.setObject(2, closedSegment);
            statement.setLong(3, stream.value());
        });
    }

    static void bindIds(PreparedStatement statement, int index, Collection<StreamId> streams) throws SQLException {
        long[] ids = streams.stream().mapToLong(StreamId::value).toArray();
        PGConnection connection = statement.getConnection().unwrap(PGConnection.class);
        statement.setArray(index, connection.createArrayOf("int8", ids));
    }
}
