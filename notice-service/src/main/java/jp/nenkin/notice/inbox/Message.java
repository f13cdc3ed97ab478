package jp.nenkin.notice.inbox;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.events.MessageKind;
import org.jspecify.annotations.Nullable;

/**
 * A message in a member's inbox.
 *
 * @param name the member's, as it was known when the message was delivered
 * @param readAt when it was opened for the first time, or null until then
 */
public record Message(
        UUID id,
        String memberNumber,
        MessageKind kind,
        int fiscalYear,
        String name,
        Instant deliveredAt,
        @Nullable Instant readAt) {

    boolean isNew() {
        return readAt == null;
    }
}
