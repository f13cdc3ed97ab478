package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A filing took effect; what it says is told by the facts before it, those of an address by none.
 *
 * @param filing its id, by which it is read
 */
public record FilingProcessed(
        UUID filing,
        FiledAs type,
        String memberNumber,
        String establishmentNumber,
        FilingChannel channel,
        LocalDate receivedOn)
        implements FilingEvent {

    public FilingProcessed {
        requireNonNull(filing, "filing");
        requireNonNull(type, "type");
        Checks.memberNumber(memberNumber);
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(channel, "channel");
        requireNonNull(receivedOn, "receivedOn");
    }

    /** Behind the facts of the filing. */
    @Override
    public String key() {
        return memberNumber;
    }
}
