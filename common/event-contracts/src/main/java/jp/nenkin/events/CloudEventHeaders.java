package jp.nenkin.events;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The Kafka headers of a CloudEvent in binary mode. */
public final class CloudEventHeaders {
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /**
     * All headers of one record, in a fixed order.
     *
     * @param id unique within the source and taken from stored data, so that sending again repeats it
     * @param time when the fact was recorded
     */
    public static Map<String, String> of(EventType type, String id, Instant time) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, id);
        headers.put(SOURCE, Topics.named(type.topic()).source());
        headers.put(TYPE, type.writtenName());
        headers.put(TIME, time.toString());
        headers.put(CONTENT_TYPE, "application/json");
        return headers;
    }
}
