package jp.nenkin.ledger.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import javax.sql.DataSource;

/** What a seal covers, as text: for each stream its newest row, in the order of the streams; outside a transaction. */
@ApplicationScoped
public class LeafList {
    private static final int BUFFER = 1 << 16;
    private static final HexFormat HEX = HexFormat.of();

    private final JournalSessions sessions;

    public LeafList(DataSource source) {
        this.sessions = new JournalSessions(source);
    }

    /** Writes a line of stream, version and hash for each stream. */
    void write(Cut cut, OutputStream target) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(target, BUFFER);
        sessions.copy(
                SealedRows.select(cut),
                SealedRows.FIELDS,
                rows -> SealedRows.newest(rows, (stream, version, hash) -> line(out, stream, version, hash)));
        out.flush();
    }

    private static void line(OutputStream out, long stream, int version, byte[] hash) {
        try {
            out.write((stream + " " + version + " " + HEX.formatHex(hash) + "\n").getBytes(US_ASCII));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
