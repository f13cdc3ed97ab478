package jp.nenkin.events;

import java.util.List;

/** The Kafka topics; the number of partitions is fixed for life, since a key's order depends on it. */
public final class Topics {
    public static final String MEMBER_EVENTS = "member.events";
    public static final String MEMBER_PROFILE = "member.profile";
    public static final String LEDGER_EVENTS = "ledger.events";
    public static final String NOTICE_EVENTS = "notice.events";
    public static final String AUTH_EVENTS = "auth.events";
    public static final String AUTH_CONTACT = "auth.contact";

    /** How many partitions every topic has. */
    public static final int PARTITIONS = 12;

    public static final List<Topic> ALL = List.of(
            new Topic(MEMBER_EVENTS, "/member-service", false),
            new Topic(MEMBER_PROFILE, "/member-service", true),
            new Topic(LEDGER_EVENTS, "/ledger-service", false),
            new Topic(NOTICE_EVENTS, "/notice-service", false),
            new Topic(AUTH_EVENTS, "/auth-service", false),
            new Topic(AUTH_CONTACT, "/auth-service", true));

    private Topics() {}

    static Topic named(String name) {
        return ALL.stream()
                .filter(topic -> topic.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No topic of ours: " + name));
    }

    /**
     * A topic and the one service that writes it.
     *
     * @param source the ce_source of its events
     * @param compacted only the latest record of a key is kept; otherwise every record is, for ever
     */
    public record Topic(String name, String source, boolean compacted) {}
}
