package jp.nenkin.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Copying the very rows that a run has written, without computing any.
 *
 * @param keyFirst whether the table has its key while it is filled, or gets it after
 */
record CopiedRows(BenchDatabase database, RowsFile rows, RowSums expected, boolean keyFirst) implements Reference {
    private static final String KEY = "primary key (stream, version, segment)";

    @Override
    public Duration time() throws SQLException, IOException {
        database.execute("create table reference (like journal" + (keyFirst ? ", " + KEY : "") + ")", "checkpoint");
        try (Connection connection = database.superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            long start = System.nanoTime();
            rows.copyInto(connection, "reference");
            if (!keyFirst) {
                statement.execute("set local maintenance_work_mem = '256MB'");
                statement.execute("alter table reference add " + KEY);
            }
            connection.commit();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            expected.require(database, "reference");
            statement.execute("drop table reference");
            connection.commit();
            return time;
        }
    }
}
