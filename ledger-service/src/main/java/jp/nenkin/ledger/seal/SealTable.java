package jp.nenkin.ledger.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jp.nenkin.events.SealKind;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.SegmentHead;
import jp.nenkin.ledger.journal.StreamId;
import org.jspecify.annotations.Nullable;

/** The seals, and what of the journal waits for one. */
@ApplicationScoped
class SealTable {
    private static final String SELECT = """
            select number, kind, run_id, period, segment, from_xid, until_xid, streams, root, previous, hash, sealed_at
            from seal
            """;

    private final Database database;

    SealTable(Database database) {
        this.database = database;
    }

    Optional<Seal> newest() {
        return first(SELECT + "order by number desc limit 1", Database.Binding.NONE);
    }

    Optional<Seal> find(long number) {
        return first(SELECT + "where number = ?", statement -> statement.setLong(1, number));
    }

    /** Seals below a number, newest first. */
    List<Seal> before(long number, int most) {
        return database.query(
                SELECT + "where number < ? order by number desc limit ?",
                statement -> {
                    statement.setLong(1, number);
                    statement.setInt(2, most);
                },
                SealTable::seal);
    }

    /** All seals by their numbers. */
    List<Seal> all() {
        return database.query(SELECT + "order by number", Database.Binding.NONE, SealTable::seal);
    }

    SealContent content(long number) {
        String sql = "select block, streams, root from seal_block where seal = ? order by block";
        return new SealContent(database.query(
                sql,
                statement -> statement.setLong(1, number),
                row -> new SealBlock(row.getLong(1), row.getLong(2), Hash.of(row.getBytes(3)))));
    }

    void insert(Seal seal, SealContent content) {
        String sql = """
                insert into seal (number, kind, run_id, period, segment, from_xid, until_xid, streams, root, previous,
                    hash, sealed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """;
        database.update(sql, statement -> bind(statement, seal));
        String blocks = """
                insert into seal_block (seal, block, streams, root)
                select ?, block, streams, decode(root, 'hex')
                from unnest(?::int8[], ?::int8[], ?::text[]) as new (block, streams, root)
                """;
        database.update(blocks, statement -> {
            statement.setLong(1, seal.number());
            statement.setArray(2, array(statement, "int8", content, SealBlock::block));
            statement.setArray(3, array(statement, "int8", content, SealBlock::streams));
            statement.setArray(
                    4, array(statement, "text", content, block -> block.root().hex()));
        });
    }

    /** The journal's segments in the order of their writing. */
    List<SegmentEntry> segments() {
        String sql = """
                select segment.id, run.public_id, coalesce(run.kind || ' ' || run.period, '')
                from segment left join run on run.id = segment.run
                order by segment.id
                """;
        return database.query(
                sql,
                Database.Binding.NONE,
                row -> new SegmentEntry(row.getInt(1), row.getObject(2, UUID.class), row.getString(3)));
    }

    /**
     * The oldest row of an online segment from a transaction on, among those that no older transaction can precede any
     * more.
     *
     * @param withSeals whether a seal's own event counts; else a seal would be reason enough for the next one
     */
    Optional<Unsealed> oldest(int segment, long from, boolean withSeals) {
        String sql = """
                select recorded_at, pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                from %s
                where xid >= ?::text::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot()) and (? or stream <> ?)
                order by xid, id
                limit 1
                """.formatted(SegmentHead.leaf(segment));
        return database
                .query(
                        sql,
                        statement -> {
                            statement.setString(1, Long.toString(from));
                            statement.setBoolean(2, withSeals);
                            statement.setLong(3, StreamId.SEALS.value());
                        },
                        row -> new Unsealed(instant(row, 1), row.getLong(2)))
                .stream()
                .findFirst();
    }

    /** Below this number no transaction is under way any more. */
    long settled() {
        return database.query(
                        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
                        Database.Binding.NONE,
                        row -> row.getLong(1))
                .getFirst();
    }

    /** What was said of seals in the journal: the events' payloads. */
    List<byte[]> events() {
        return database.query(
                "select payload from journal where stream = ? order by version",
                statement -> statement.setLong(1, StreamId.SEALS.value()),
                row -> row.getBytes(1));
    }

    private Optional<Seal> first(String sql, Database.Binding binding) {
        return database.query(sql, binding, SealTable::seal).stream().findFirst();
    }

    private static java.sql.Array array(
            PreparedStatement statement, String type, SealContent content, Function<SealBlock, Object> column)
            throws SQLException {
        Object[] values = content.blocks().stream().map(column).toArray();
        return statement.getConnection().createArrayOf(type, values);
    }

    private static void bind(PreparedStatement statement, Seal seal) throws SQLException {
        Cut cut = seal.cut();
        statement.setLong(1, seal.number());
        statement.setString(2, cut.kind().name());
        statement.setObject(3, cut.runId());
        statement.setString(4, cut.period());
        statement.setInt(5, cut.segment());
        statement.setLong(6, cut.from());
        statement.setObject(7, cut.until());
        statement.setLong(8, seal.streams());
        statement.setBytes(9, seal.root().bytes());
        statement.setBytes(10, seal.previous().bytes());
        statement.setBytes(11, seal.hash().bytes());
        statement.setObject(12, OffsetDateTime.ofInstant(seal.sealedAt(), ZoneOffset.UTC));
    }

    private static Seal seal(ResultSet row) throws SQLException {
        Cut cut = new Cut(
                SealKind.valueOf(row.getString("kind")),
                row.getObject("run_id", UUID.class),
                row.getString("period"),
                row.getInt("segment"),
                row.getLong("from_xid"),
                longOrNull(row, "until_xid"));
        return new Seal(
                row.getLong("number"),
                cut,
                row.getLong("streams"),
                Hash.of(row.getBytes("root")),
                Hash.of(row.getBytes("previous")),
                Hash.of(row.getBytes("hash")),
                instant(row, row.findColumn("sealed_at")));
    }

    private static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * The oldest row without a seal.
     *
     * @param settled below this number no transaction is under way any more
     */
    record Unsealed(Instant recordedAt, long settled) {}
}
