package jp.nenkin.ledger.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;

/** The chunks of runs and the passes that repaired them, with their control totals. */
@ApplicationScoped
class ChunkTable {
    private static final int NO_SEGMENT = 0;

    private final Database database;

    ChunkTable(Database database) {
        this.database = database;
    }

    /** What a run has made: chunks and repairs together. */
    record Made(RunTotals totals, ValueDates valueDates) {}

    /** The number of the run's table; empty until its chunks are cut. */
    Optional<Integer> segment(Run run) {
        String sql = "select segment from run where id = ? and exists (select from run_chunk where run = run.id)";
        return database.query(sql, statement -> statement.setLong(1, run.number()), row -> row.getInt(1)).stream()
                .findFirst();
    }

    boolean isFilled(Run run) {
        String sql = "select count(*) from run_chunk where run = ? and snapshot is null";
        return database.query(sql, statement -> statement.setLong(1, run.number()), row -> row.getLong(1) == 0)
                .getFirst();
    }

    /** Cuts all streams there can be into chunks that hold about so many rows each. */
    ChunkCut cut(SegmentHead head, long size) {
        return asBefore(head, size).orElseGet(() -> counted(head, size));
    }

    /**
     * Where the run before was cut, which costs no counting; empty where there was none, a chunk has come to hold too
     * much, or much has come since that is in none of the counts.
     */
    private Optional<ChunkCut> asBefore(SegmentHead head, long size) {
        String sql = """
                select number, first_stream, last_stream, streams from run_chunk join segment using (run)
                where segment.id = ? order by number
                """;
        List<Chunk> chunks = new ArrayList<>();
        List<Long> streams = database.query(
                sql,
                statement -> statement.setInt(1, Objects.requireNonNullElse(head.generation(), NO_SEGMENT)),
                row -> {
                    chunks.add(
                            new Chunk(row.getInt("number"), row.getLong("first_stream"), row.getLong("last_stream")));
                    return row.getLong("streams");
                });
        long rows = streams.stream().mapToLong(Long::longValue).sum();
        boolean fits = streams.stream().allMatch(each -> each <= 2 * size) && hasFewer(head.online(), rows / 4);
        return fits && !chunks.isEmpty() ? Optional.of(new ChunkCut(chunks, rows)) : Optional.empty();
    }

    private boolean hasFewer(int segment, long rows) {
        String sql = "select count(*) from (select from %s limit ?) as seen".formatted(SegmentHead.leaf(segment));
        return database.query(sql, statement -> statement.setLong(1, rows + 1), row -> row.getLong(1) <= rows)
                .getFirst();
    }

    private ChunkCut counted(SegmentHead head, long size) {
        List<Chunk> chunks = new ArrayList<>();
        long rows = 0;
        long first = Chunk.FIRST_STREAM;
        while (first <= Chunk.LAST_STREAM) {
            Piece piece = piece(head, first, size);
            long last = piece.rows() < size
                    ? Chunk.LAST_STREAM
                    : StreamId.lastOf(new StreamId(piece.last()).member()).value();
            chunks.add(new Chunk(chunks.size() + 1, first, last));
            rows += piece.rows();
            first = last + 1;
        }
        return new ChunkCut(chunks, rows);
    }

    /** So many of the next rows, and the last one's stream. */
    private record Piece(long last, long rows) {}

    private Piece piece(SegmentHead head, long first, long size) {
        // What belongs to no member is little; it goes with the first members.
        String range = ">= " + Math.max(first, Chunk.FIRST_OF_MEMBERS);
        String sql =
                "select max(stream), count(*) from (select stream from (%s) as leaves order by stream limit ?) as piece"
                        .formatted(OpenStreams.numbers(head, range));
        return database.query(
                        sql, statement -> statement.setLong(1, size), row -> new Piece(row.getLong(1), row.getLong(2)))
                .getFirst();
    }

    void insert(Run run, List<Chunk> chunks) {
        String sql = "insert into run_chunk (run, number, first_stream, last_stream) values (?, ?, ?, ?)";
        for (Chunk chunk : chunks) {
            database.update(sql, statement -> {
                statement.setLong(1, run.number());
                statement.setInt(2, chunk.number());
                statement.setLong(3, chunk.firstStream());
                statement.setLong(4, chunk.lastStream());
            });
        }
    }

    /** Takes a chunk that is neither filled nor somebody's; it is the transaction's until its end. */
    Optional<Chunk> claim(Run run) {
        String sql = """
                select run_chunk.number, first_stream, last_stream from run_chunk join run on run.id = run_chunk.run
                where run.id = ? and run.status = 'OPEN' and snapshot is null
                order by run_chunk.number limit 1
                for update of run_chunk skip locked
                """;
        return database
                .query(
                        sql,
                        statement -> statement.setLong(1, run.number()),
                        row -> new Chunk(row.getInt(1), row.getLong(2), row.getLong(3)))
                .stream()
                .findFirst();
    }

    /** Records a chunk as filled, from what the snapshot showed. */
    void fill(Run run, Chunk chunk, String snapshot, Made made) {
        String sql = """
                update run_chunk set snapshot = ?::pg_snapshot, streams = ?, events = ?, amount = ?, value_from = ?,
                    value_until = ?
                where run = ? and number = ?
                """;
        database.update(sql, statement -> {
            statement.setString(1, snapshot);
            bind(statement, 2, made);
            statement.setLong(7, run.number());
            statement.setInt(8, chunk.number());
        });
    }

    /** Records a repair by what it changed of the totals. */
    void repair(Run run, long members, String snapshot, Made change) {
        String sql = """
                insert into run_repair (snapshot, streams, events, amount, value_from, value_until, run, members, pass)
                values (?::pg_snapshot, ?, ?, ?, ?, ?, ?, ?,
                    (select count(*) + 1 from run_repair where run = ?))
                """;
        database.update(sql, statement -> {
            statement.setString(1, snapshot);
            bind(statement, 2, change);
            statement.setLong(7, run.number());
            statement.setLong(8, members);
            statement.setLong(9, run.number());
        });
    }

    private static void bind(PreparedStatement statement, int index, Made made) throws SQLException {
        statement.setLong(index, made.totals().streams());
        statement.setLong(index + 1, made.totals().events());
        statement.setLong(index + 2, made.totals().amount().amount());
        statement.setObject(index + 3, made.valueDates().from());
        statement.setObject(index + 4, made.valueDates().until());
    }

    /** Notes streams that rows close, for the close of the run. */
    void leave(Run run, List<RunRows.Leaving> leaving) {
        String sql = "insert into run_leaving (run, stream, hash) values (?, ?, ?) on conflict do nothing";
        for (RunRows.Leaving each : leaving) {
            database.update(sql, statement -> {
                statement.setLong(1, run.number());
                statement.setLong(2, each.stream().value());
                statement.setBytes(3, each.hash());
            });
        }
    }

    /** Tells the registry where the streams end whose closing row stands in the run's table. */
    void closeLeaving(Run run, int segment) {
        String sql = """
                update stream set open_until = last.value_date, closed_segment = ?
                from (select leaving.stream, draft.value_date from run_leaving as leaving
                      cross join lateral (select value_date from %s
                                          where stream = leaving.stream and hash = leaving.hash limit 1) as draft
                      where leaving.run = ?) as last
                where stream.id = last.stream
                """.formatted(SegmentHead.leaf(segment));
        database.update(sql, statement -> {
            statement.setInt(1, segment);
            statement.setLong(2, run.number());
        });
    }

    /**
     * The members, 0 for none, with an online row that their chunk has not seen, nor a repair since.
     *
     * @param online the online segment
     */
    List<Long> moved(Run run, int online) {
        // No transaction below the oldest one that a snapshot missed can be missed by any.
        String sql = """
                with seen as (
                    select first_stream, last_stream,
                           coalesce((select snapshot from run_repair where run = ? order by pass desc limit 1),
                                    snapshot) as snapshot
                    from run_chunk where run = ?)
                select distinct online.stream / 10000 as member
                from %s as online
                join seen on online.stream between seen.first_stream and seen.last_stream
                where online.xid >= (select min(pg_snapshot_xmin(snapshot)) from seen)
                  and not pg_visible_in_snapshot(online.xid, seen.snapshot)
                order by member
                """.formatted(SegmentHead.leaf(online));
        return database.query(
                sql,
                statement -> {
                    statement.setLong(1, run.number());
                    statement.setLong(2, run.number());
                },
                row -> row.getLong(1));
    }

    /** What the chunks and the repairs add up to. */
    Made sum(Run run) {
        String sql = """
                select coalesce(sum(streams), 0) as streams, coalesce(sum(events), 0) as events,
                       coalesce(sum(amount), 0) as amount, min(value_from) as value_from,
                       max(value_until) as value_until
                from (select streams, events, amount, value_from, value_until from run_chunk where run = ?
                      union all
                      select streams, events, amount, value_from, value_until from run_repair where run = ?) as parts
                """;
        return database.query(
                        sql,
                        statement -> {
                            statement.setLong(1, run.number());
                            statement.setLong(2, run.number());
                        },
                        row -> new Made(
                                new RunTotals(row.getLong(1), row.getLong(2), new Yen(row.getLong(3))),
                                new ValueDates(row.getObject(4, LocalDate.class), row.getObject(5, LocalDate.class))))
                .getFirst();
    }
}
