package jp.nenkin.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows in binary, taken out of a table once and copied into others as fast as a client can. */
final class RowsFile implements AutoCloseable {
    static final String COLUMNS =
            "stream, amount, balance, recorded_at, version, segment, value_date, type, hash, state, payload";
    private static final int BLOCK = 1 << 18;

    private final Path path;

    private RowsFile(Path path) {
        this.path = path;
    }

    /** Takes the rows of a table. */
    static RowsFile of(Connection connection, String table) throws SQLException, IOException {
        Path path = Files.createTempFile("rows-", ".copy");
        try (OutputStream out = Files.newOutputStream(path)) {
            String sql = "copy (select " + COLUMNS + " from " + table + " order by stream) to stdout (format binary)";
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
        }
        return new RowsFile(path);
    }

    void copyInto(Connection connection, String table) throws SQLException, IOException {
        String sql = "copy " + table + " (" + COLUMNS + ") from stdin (format binary)";
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(path)) {
            int length = in.read(block);
            while (length > 0) {
                copy.writeToCopy(block, 0, length);
                length = in.read(block);
            }
        }
        copy.endCopy();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
