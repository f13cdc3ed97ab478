package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/** The filing that caused a fact: due dates and cut-offs are judged by its channel and day of receipt. */
public record Filing(UUID id, FilingType type, FilingChannel channel, LocalDate receivedOn) {

    public Filing {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(channel, "channel");
        requireNonNull(receivedOn, "receivedOn");
    }
}
