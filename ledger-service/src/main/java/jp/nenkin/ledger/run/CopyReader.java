package jp.nenkin.ledger.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;
import jp.nenkin.kit.CopyWriter;
import org.jspecify.annotations.Nullable;

/** Reads rows from PostgreSQL's binary COPY format, field by field. */
public final class CopyReader {
    private static final long DATE_ORIGIN_DAY = CopyWriter.DATE_ORIGIN.toEpochDay();
    private static final short TRAILER = -1;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final Supplier<byte @Nullable []> blocks;
    private final int fields;
    private byte[] block = new byte[0];
    private int position;
    private boolean begun;

    /** A reader of a stream that comes in pieces that end with rows, as the server sends them; null is its end. */
    public CopyReader(Supplier<byte @Nullable []> blocks, int fields) {
        this.blocks = blocks;
        this.fields = fields;
    }

    /** Goes to the next row; false after the last. */
    public boolean next() {
        if (!fill()) {
            throw new IllegalStateException("the copy ended without its trailer");
        }
        short count = (short) SHORT.get(block, position);
        position += Short.BYTES;
        if (count == TRAILER) {
            if (fill()) {
                throw new IllegalStateException("the copy goes on after its trailer");
            }
            return false;
        }
        if (count != fields) {
            throw new IllegalStateException("a row has " + count + " fields instead of " + fields);
        }
        return true;
    }

    public long readLong() {
        return (long) LONG.get(block, field(Long.BYTES));
    }

    public int readInt() {
        return (int) INT.get(block, field(Integer.BYTES));
    }

    public LocalDate readDate() {
        return LocalDate.ofEpochDay(DATE_ORIGIN_DAY + readInt());
    }

    public Instant readTime() {
        return CopyWriter.time(readLong());
    }

    public byte[] readBytes() {
        int length = (int) INT.get(block, position);
        int start = position + Integer.BYTES;
        position = start + length;
        return Arrays.copyOfRange(block, start, position);
    }

    private int field(int length) {
        int found = (int) INT.get(block, position);
        if (found != length) {
            throw new IllegalStateException("a field is " + found + " bytes long instead of " + length);
        }
        int start = position + Integer.BYTES;
        position = start + length;
        return start;
    }

    private boolean fill() {
        while (position == block.length) {
            byte[] more = blocks.get();
            if (more == null) {
                return false;
            }
            block = more;
            position = begun ? 0 : CopyWriter.HEADER;
            begun = true;
        }
        return true;
    }
}
