package jp.nenkin.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.LedgerSealed;

/**
 * A seal as it is stored and published.
 *
 * @param number consecutive from 1
 * @param previous the hash of the seal before
 * @param hash over all the rest
 * @param sealedAt in whole microseconds, as it is stored
 */
record Seal(long number, Cut cut, long streams, Hash root, Hash previous, Hash hash, Instant sealedAt) {
    private static final byte FORMAT = 1;
    private static final UUID NO_RUN = new UUID(0, 0);

    /** The seal over some content that follows another; the first follows none. */
    static Seal after(Optional<Seal> last, Cut cut, SealContent content, Instant at) {
        long number = last.map(Seal::number).orElse(0L) + 1;
        Hash previous = last.map(Seal::hash).orElse(Hash.NONE);
        Instant sealedAt = at.truncatedTo(ChronoUnit.MICROS);
        Seal draft = new Seal(number, cut, content.streams(), content.root(), previous, Hash.NONE, sealedAt);
        return new Seal(number, cut, draft.streams, draft.root, previous, draft.recomputed(), sealedAt);
    }

    /** The hash that the rest leads to: SHA-256 over the format, the previous hash and every column in fixed order. */
    Hash recomputed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            UUID run = cut.runId() == null ? NO_RUN : cut.runId();
            byte[] period = cut.period().getBytes(UTF_8);
            out.writeByte(FORMAT);
            out.write(previous.bytes());
            out.writeLong(number);
            out.writeByte(
                    switch (cut.kind()) {
                        case RUN -> 1;
                        case DAY -> 2;
                    });
            out.writeLong(run.getMostSignificantBits());
            out.writeLong(run.getLeastSignificantBits());
            out.writeInt(cut.segment());
            out.writeLong(cut.from());
            out.writeLong(cut.until() == null ? Long.MAX_VALUE : cut.until());
            out.writeLong(streams);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, sealedAt));
            out.writeInt(period.length);
            out.write(period);
            out.write(root.bytes());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Hash.of(MerkleTree.sha256().digest(bytes.toByteArray()));
    }

    LedgerSealed published() {
        return new LedgerSealed(
                number,
                cut.kind(),
                cut.runId(),
                cut.period(),
                cut.segment(),
                cut.from(),
                cut.until(),
                streams,
                root.hex(),
                previous.hex(),
                hash.hex(),
                sealedAt);
    }
}
