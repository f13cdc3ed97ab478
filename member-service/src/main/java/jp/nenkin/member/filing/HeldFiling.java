package jp.nenkin.member.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * A filing that an officer is to decide, or has decided.
 *
 * @param type of a correction, what it corrects
 * @param member null of somebody who is new
 * @param content as it was filed, as JSON
 * @param decision null while it waits
 */
record HeldFiling(
        UUID id,
        HeldForm form,
        FiledType type,
        FilingChannel channel,
        LocalDate receivedOn,
        @Nullable MemberNumber member,
        EstablishmentNumber establishment,
        Instant filedAt,
        String filedBy,
        String content,
        List<WaitingReason> waitsFor,
        FilingState state,
        @Nullable Decision decision) {

    HeldFiling {
        waitsFor = List.copyOf(waitsFor);
    }

    /** Who decided, when, and why it was returned if it was. */
    record Decision(String by, Instant at, @Nullable Return reason) {}

    /** Why it was given back, and what the officer says of it. */
    record Return(ReturnReason code, String text) {}
}
