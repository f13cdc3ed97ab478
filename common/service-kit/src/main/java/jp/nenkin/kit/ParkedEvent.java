package jp.nenkin.kit;

import java.time.Instant;
import java.util.UUID;

/** An event that waits for an officer, as officers see it: everything but its payload. */
public record ParkedEvent(
        UUID id,
        long position,
        String topic,
        int partition,
        long offset,
        String key,
        String type,
        String eventId,
        String reason,
        String detail,
        Instant parkedAt,
        int attempts) {}
