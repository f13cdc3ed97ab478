package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;

/** A filing that was kept, with the id it was given. */
public record KeptFiling(UUID id, FiledType type, FilingChannel channel, LocalDate receivedOn) {

    /** As the events tell it; one filing may tell facts of several types, such as a move that takes a loss back. */
    public Filing as(FilingType told) {
        return new Filing(id, told, channel, receivedOn);
    }
}
