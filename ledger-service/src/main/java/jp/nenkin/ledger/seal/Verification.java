package jp.nenkin.ledger.seal;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A verification that was asked for, as it stands.
 *
 * @param runId the run that is verified; null of the whole journal
 * @param published seals as somebody kept them, by their numbers
 * @param done how many steps are done, of so many
 * @param events how many events' hashes were recomputed
 * @param findings how many there are
 * @param reason why it failed
 */
record Verification(
        UUID id,
        @Nullable UUID runId,
        SortedMap<Long, Hash> published,
        String requestedBy,
        Instant requestedAt,
        VerificationStatus status,
        int done,
        int total,
        long events,
        long findings,
        @Nullable Instant completedAt,
        @Nullable String reason) {

    Verification {
        published = Collections.unmodifiableSortedMap(new TreeMap<>(published));
    }

    static Verification requested(
            UUID id, @Nullable UUID runId, SortedMap<Long, Hash> published, Verification.Request request) {
        return new Verification(
                id, runId, published, request.by(), request.at(), VerificationStatus.OPEN, 0, 0, 0, 0, null, null);
    }

    /** Who asked for it and when. */
    record Request(String by, Instant at) {}
}
