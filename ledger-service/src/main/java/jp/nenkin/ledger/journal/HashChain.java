package jp.nenkin.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The hash that binds every row to the one before it in its stream: SHA-256 over the format, the previous hash, the
 * stored columns in fixed order with the lengths of the open ones, the type, the payload and the state.
 *
 * <p>The relay's columns id and xid are left out: they are the database's own and change with a restored dump. Not
 * safe for several threads.
 */
public final class HashChain {
    /** How long a hash is, in bytes. */
    public static final int LENGTH = 32;

    private static final byte FORMAT = 1;
    private static final byte[] NOT_YET = new byte[0];
    private static final int FIXED = 1 + LENGTH + 4 * Long.BYTES + 6 * Integer.BYTES;

    private final MessageDigest digest = sha256();
    // One array and one update: the digest is then computed over whole blocks where the bytes lie.
    private ByteBuffer scratch = ByteBuffer.allocate(1024);

    /** What stands before a stream's first row. */
    public static byte[] origin() {
        return new byte[LENGTH];
    }

    /**
     * The hash of a row.
     *
     * @param recordedAt in whole microseconds, as it is stored
     */
    public byte[] next(byte[] previous, int segment, Instant recordedAt, NewRow row) {
        return next(previous, StoredRow.of(row, segment, recordedAt, NOT_YET));
    }

    /** The hash that a stored row should have; the one it has plays no part. */
    public byte[] next(byte[] previous, StoredRow row) {
        byte[] type = row.type().getBytes(UTF_8);
        room(FIXED + type.length + row.payload().length + row.state().length);
        scratch.put(FORMAT)
                .put(previous, 0, LENGTH)
                .putLong(row.stream().value())
                .putLong(row.amount().amount())
                .putLong(row.balance().amount())
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, row.recordedAt()))
                .putInt(row.version())
                .putInt(row.segment())
                .putInt((int) row.valueDate().toEpochDay())
                .putInt(type.length)
                .putInt(row.payload().length)
                .putInt(row.state().length)
                .put(type)
                .put(row.payload())
                .put(row.state());
        digest.update(scratch.array(), 0, scratch.position());
        return digest.digest();
    }

    private void room(int length) {
        if (scratch.capacity() < length) {
            scratch = ByteBuffer.allocate(2 * length);
        }
        scratch.clear();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
