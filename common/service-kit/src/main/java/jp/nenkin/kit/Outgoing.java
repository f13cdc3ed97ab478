package jp.nenkin.kit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record to be sent.
 *
 * @param partition null to let the key choose
 * @param key what keeps its order among records of the same key
 * @param headers from stored data, ce_id above all: sent twice, a record must be the same twice
 * @param value null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
public record Outgoing(
        String topic, @Nullable Integer partition, String key, Map<String, String> headers, byte @Nullable [] value) {}
