package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/** A member has opened a message for the first time. */
public record MessageRead(UUID messageId, String memberNumber, Instant readAt) implements NoticeEvent {

    public MessageRead {
        requireNonNull(messageId, "messageId");
        Checks.memberNumber(memberNumber);
        requireNonNull(readAt, "readAt");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
