package jp.nenkin.member.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import jp.nenkin.member.plan.PlanData;
import org.junit.jupiter.api.Test;

/** Files are never in memory as a whole: rows come while the file is still being read, and streams are closed. */
class StreamingTest {
    private static final int ROWS = System.getProperty("long") == null ? 20_000 : 100_000;

    /** How far a reader may be ahead of the rows that it has handed out. */
    private static final long AHEAD = 64 * 1024;

    private final EmployerFiles files = new EmployerFiles(PlanData.standard(), FileLimits.standard());
    private final AtomicLong readBytes = new AtomicLong();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();

    @Test
    void rows_of_our_csv_come_while_the_file_is_read() throws IOException {
        byte[] header = "type,establishmentNumber,name,birthDate,acquiredOn\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] row = "Enrolment,0000001,髙﨑 一郎,1990-02-02,2025-04-01\r\n".getBytes(StandardCharsets.UTF_8);

        assertThat(held(header, row)).isEqualTo(ROWS);
    }

    @Test
    void rows_of_a_layout_come_while_the_file_is_read() throws IOException {
        byte[] row = (String.join(
                                ",",
                                IntStream.rangeClosed(1, 34)
                                        .mapToObj(number ->
                                                LayoutWriter.acquisition().getOrDefault(number, ""))
                                        .toList())
                        + "\r\n")
                .getBytes(LayoutWriter.WINDOWS_31J);

        assertThat(held(LayoutWriter.shfd().bytes(), row)).isEqualTo(ROWS);
    }

    private long held(byte[] header, byte[] row) throws IOException {
        AtomicLong rows = new AtomicLong();
        AtomicLong furthest = new AtomicLong();
        FileSummary summary = files.read(() -> stream(header, row), FileSaid.nothing(), _ -> {
            long needed = header.length + rows.incrementAndGet() * row.length;
            furthest.accumulateAndGet(readBytes.get() - needed, Math::max);
        });
        assertThat(furthest.get()).isPositive().isLessThan(AHEAD);
        assertThat(summary.refused()).isZero();
        assertThat(summary.rows()).isEqualTo(rows.get());
        assertThat(closed).hasValue(opened.get());
        return rows.get();
    }

    private InputStream stream(byte[] header, byte[] row) {
        opened.incrementAndGet();
        readBytes.set(0);
        return new Rows(header, row);
    }

    /** Makes rows as they are asked for, as much at once as is asked for, and counts what was. */
    private final class Rows extends InputStream {
        private final byte[] header;
        private final byte[] row;

        Rows(byte[] header, byte[] row) {
            this.header = header;
            this.row = row;
        }

        @Override
        public int read() {
            long at = readBytes.get();
            if (at == header.length + (long) ROWS * row.length) {
                return -1;
            }
            readBytes.incrementAndGet();
            return (at < header.length ? header[(int) at] : row[(int) ((at - header.length) % row.length)]) & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int read = 0;
            for (int one = read(); one >= 0; one = read()) {
                buffer[offset + read++] = (byte) one;
                if (read == length) {
                    return read;
                }
            }
            return read == 0 ? -1 : read;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @Test
    void what_the_taker_throws_ends_the_reading_and_closes_the_file() {
        byte[] header = "type,establishmentNumber\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] row = "Loss,0000001\r\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> files.read(() -> stream(header, row), FileSaid.nothing(), _ -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(closed).hasValue(opened.get());
    }

    @Test
    void bytes_that_cannot_be_read_are_no_fault_of_the_file() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("gone");
            }
        };
        byte[] header = "type,establishmentNumber\r\n".getBytes(StandardCharsets.UTF_8);
        AtomicLong times = new AtomicLong();
        FileBytes third = () -> times.incrementAndGet() < 3
                ? new ByteArrayInputStream(header)
                : new SequenceInputStream(new ByteArrayInputStream(header), broken);

        assertThatThrownBy(() -> files.read(() -> broken, FileSaid.nothing(), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
        assertThatThrownBy(() -> files.read(third, FileSaid.nothing(), _ -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }
}
