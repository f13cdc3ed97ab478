package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A message lies in a member's inbox.
 *
 * @param fiscalYear the year a balance notice is about
 */
public record MessageDelivered(
        UUID messageId, String memberNumber, MessageKind kind, int fiscalYear, Instant deliveredAt)
        implements NoticeEvent {

    public MessageDelivered {
        requireNonNull(messageId, "messageId");
        Checks.memberNumber(memberNumber);
        requireNonNull(kind, "kind");
        requireNonNull(deliveredAt, "deliveredAt");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
