package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingProcessed;
import jp.nenkin.events.FilingType;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;

/** A filing that was kept, with the id it was given. */
public record KeptFiling(
        UUID id, FiledType type, FilingChannel channel, LocalDate receivedOn, EstablishmentNumber establishment) {

    /** What is told of it after its facts; empty of what a former system held, which nobody filed here. */
    Optional<FilingProcessed> processed(MemberNumber member) {
        return type.told()
                .map(told -> new FilingProcessed(id, told, member.value(), establishment.value(), channel, receivedOn));
    }

    /** As the events tell it; one filing may tell facts of several types, such as a move that takes a loss back. */
    public Filing as(FilingType told) {
        return new Filing(id, told, channel, receivedOn);
    }
}
