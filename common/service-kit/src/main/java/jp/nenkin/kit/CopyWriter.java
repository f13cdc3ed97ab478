package jp.nenkin.kit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Writes rows in PostgreSQL's binary COPY format into blocks.
 *
 * <p>Our own, and not PgBulkInsert: that one writes only, takes a mapping with boxed values, and the ledger's runs
 * need both ways without an object per field.
 */
public final class CopyWriter {
    public static final int BLOCK = 1 << 18;

    public static final LocalDate DATE_ORIGIN = LocalDate.of(2000, 1, 1);

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(ISO_8859_1);
    /** The length of what a copy begins with. */
    public static final int HEADER = SIGNATURE.length + 2 * Integer.BYTES;

    private static final int DATE_ORIGIN_DAY = (int) DATE_ORIGIN.toEpochDay();
    private static final Instant TIME_ORIGIN = Instant.parse("2000-01-01T00:00:00Z");

    private final Blocks blocks;
    private final short fields;
    private ByteBuffer block = ByteBuffer.allocate(BLOCK);

    /** Takes a full block and gives an empty one to go on with. */
    @FunctionalInterface
    public interface Blocks {
        byte[] exchange(byte[] full, int length);
    }

    public CopyWriter(Blocks blocks, int fields) {
        this.blocks = blocks;
        this.fields = (short) fields;
        block.put(SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row, whose fields follow in the order of the columns. */
    public void row() {
        room(Short.BYTES);
        block.putShort(fields);
    }

    public void write(long value) {
        room(Integer.BYTES + Long.BYTES);
        block.putInt(Long.BYTES).putLong(value);
    }

    public void write(int value) {
        room(2 * Integer.BYTES);
        block.putInt(Integer.BYTES).putInt(value);
    }

    public void write(LocalDate value) {
        write((int) value.toEpochDay() - DATE_ORIGIN_DAY);
    }

    /** What a timestamp is written as. */
    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(TIME_ORIGIN, instant);
    }

    /** What was written as a timestamp. */
    public static Instant time(long micros) {
        long seconds = Math.floorDiv(micros, 1_000_000L);
        return Instant.ofEpochSecond(
                TIME_ORIGIN.getEpochSecond() + seconds, Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    public void write(byte[] value) {
        room(Integer.BYTES + value.length);
        block.putInt(value.length).put(value);
    }

    public void write(String text) {
        write(text.getBytes(UTF_8));
    }

    public void write(UUID id) {
        room(Integer.BYTES + 2 * Long.BYTES);
        block.putInt(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    public void writeNull() {
        room(Integer.BYTES);
        block.putInt(-1);
    }

    /** Ends the copy. */
    public void end() {
        room(Short.BYTES);
        block.putShort((short) -1);
        flush();
    }

    private void room(int length) {
        if (block.remaining() < length) {
            flush();
            if (block.remaining() < length) {
                block = ByteBuffer.allocate(length);
            }
        }
    }

    private void flush() {
        block = ByteBuffer.wrap(blocks.exchange(block.array(), block.position()));
    }
}
