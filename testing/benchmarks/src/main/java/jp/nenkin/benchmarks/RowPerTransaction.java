package jp.nenkin.benchmarks;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jp.nenkin.ledger.journal.HashChain;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.Yen;

/**
 * An event store as it is usually written: read the newest row, insert the next, commit; the primary key refuses who
 * comes second, who then tries again.
 */
final class RowPerTransaction implements OnlineAppend.Target, AutoCloseable {
    private static final String UNIQUE = "23505";
    private static final String NEWEST = """
            select version, value_date, balance, state, hash from ledger.reference
            where stream = ? order by version desc limit 1
            """;
    private static final String INSERT = """
            insert into ledger.reference (stream, amount, balance, recorded_at, version, segment, value_date, type,
                hash, state, payload)
            values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
            """;

    private final AgroalDataSource pool;

    RowPerTransaction(BenchDatabase database) throws SQLException {
        this.pool = database.pool(32);
    }

    @Override
    public void take(StreamId stream) throws SQLException {
        boolean taken = false;
        while (!taken) {
            taken = isAppended(stream);
        }
    }

    private boolean isAppended(StreamId stream) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                insert(connection, newest(connection, stream));
                connection.commit();
                return true;
            } catch (SQLException fault) {
                connection.rollback();
                if (UNIQUE.equals(fault.getSQLState())) {
                    return false;
                }
                throw fault;
            }
        }
    }

    private static NewestRow newest(Connection connection, StreamId stream) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST)) {
            select.setLong(1, stream.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new NewestRow(
                        stream,
                        row.getInt(1),
                        row.getObject(2, LocalDate.class),
                        new Yen(row.getLong(3)),
                        BenchClock.START,
                        row.getBytes(4),
                        row.getBytes(5));
            }
        }
    }

    private static void insert(Connection connection, NewestRow newest) throws SQLException {
        NewRow row = OnlineAppend.next(newest);
        byte[] hash = new HashChain().next(newest.hash(), 1, BenchClock.START, row);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, row.stream().value());
            insert.setLong(2, row.amount().amount());
            insert.setLong(3, row.balance().amount());
            insert.setObject(4, OffsetDateTime.ofInstant(BenchClock.START, ZoneOffset.UTC));
            insert.setInt(5, row.version());
            insert.setObject(6, row.valueDate());
            insert.setString(7, row.type());
            insert.setBytes(8, hash);
            insert.setBytes(9, row.state());
            insert.setBytes(10, row.payload());
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
