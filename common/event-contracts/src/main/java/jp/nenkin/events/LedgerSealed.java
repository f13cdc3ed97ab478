package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the ledger are sealed: nobody can change one of them, or one before it in its stream, without this root
 * becoming another. Hashes are SHA-256 in 64 hexadecimal digits.
 *
 * @param number consecutive from 1
 * @param runId the run; absent of a day
 * @param period the run's kind and period, or the day of the first row covered
 * @param segment the journal's segment the rows lie in
 * @param from the first transaction number covered; 0 of a run
 * @param until the first one no more covered; absent when the segment is covered to its end
 * @param streams how many streams have a row among those covered
 * @param root of the Merkle tree over the newest row of each stream
 * @param previous the hash of the seal before; zeros of the first
 * @param hash over all of the above and the time
 */
public record LedgerSealed(
        long number,
        SealKind kind,
        @Nullable UUID runId,
        String period,
        int segment,
        long from,
        @Nullable Long until,
        long streams,
        String root,
        String previous,
        String hash,
        Instant sealedAt)
        implements LedgerEvent {

    public LedgerSealed {
        requireNonNull(kind, "kind");
        requireNonNull(period, "period");
        Checks.sha256("root", root);
        Checks.sha256("previous", previous);
        Checks.sha256("hash", hash);
        requireNonNull(sealedAt, "sealedAt");
    }

    @Override
    public String key() {
        return Long.toString(number);
    }
}
