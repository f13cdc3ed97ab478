package jp.nenkin.ledger.run;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Writes rows in PostgreSQL's binary COPY format into blocks.
 *
 * <p>Our own, and not PgBulkInsert: that one writes only, takes a mapping with boxed values, and a run needs both ways
 * without an object per field.
 */
final class CopyWriter {
    static final int BLOCK = 1 << 18;
    private static final int DATE_ORIGIN_DAY = (int) CopyReader.DATE_ORIGIN.toEpochDay();
    private static final Instant TIME_ORIGIN = Instant.parse("2000-01-01T00:00:00Z");

    private final Blocks blocks;
    private final short fields;
    private ByteBuffer block = ByteBuffer.allocate(BLOCK);

    /** Takes a full block and gives an empty one to go on with. */
    @FunctionalInterface
    interface Blocks {
        byte[] exchange(byte[] full, int length);
    }

    CopyWriter(Blocks blocks, int fields) {
        this.blocks = blocks;
        this.fields = (short) fields;
        block.put(CopyReader.SIGNATURE).putInt(0).putInt(0);
    }

    /** Begins a row, whose fields follow in the order of the columns. */
    void row() {
        room(Short.BYTES);
        block.putShort(fields);
    }

    void write(long value) {
        room(Integer.BYTES + Long.BYTES);
        block.putInt(Long.BYTES).putLong(value);
    }

    void write(int value) {
        room(2 * Integer.BYTES);
        block.putInt(Integer.BYTES).putInt(value);
    }

    void write(LocalDate value) {
        write((int) value.toEpochDay() - DATE_ORIGIN_DAY);
    }

    /** What a timestamp is written as. */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(TIME_ORIGIN, instant);
    }

    /** What was written as a timestamp. */
    static Instant time(long micros) {
        long seconds = Math.floorDiv(micros, 1_000_000L);
        return Instant.ofEpochSecond(
                TIME_ORIGIN.getEpochSecond() + seconds, Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    void write(byte[] value) {
        room(Integer.BYTES + value.length);
        block.putInt(value.length).put(value);
    }

    /** Ends the copy. */
    void end() {
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
