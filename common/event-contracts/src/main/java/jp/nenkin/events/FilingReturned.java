package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filing was given back: its establishment reads why and files anew.
 *
 * @param filing the id under which it waited for an officer; absent of a row that did not wait
 * @param row the row that it is, where it did not wait
 * @param type absent of a row that could not be read
 * @param reasons codes that never change
 */
public record FilingReturned(
        @Nullable UUID filing,
        @Nullable FileRow row,
        @Nullable FiledAs type,
        String establishmentNumber,
        FilingChannel channel,
        LocalDate receivedOn,
        List<String> reasons)
        implements FilingEvent {

    public FilingReturned {
        Checks.establishmentNumber(establishmentNumber);
        requireNonNull(channel, "channel");
        requireNonNull(receivedOn, "receivedOn");
        reasons = List.copyOf(reasons);
    }

    @Override
    public String key() {
        return establishmentNumber;
    }
}
