package jp.nenkin.member.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.FiledAs;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.member.filing.FilingState;
import jp.nenkin.member.upload.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something that was filed, by itself or in a row of a file, as it stands.
 *
 * @param place in the list that was asked for
 * @param filing its id; null of a row that neither is a filing nor waited to become one
 * @param row null of what was filed by itself
 * @param type null of a row that could not be read
 * @param takesBack null of what is neither a correction nor a cancellation
 * @param approvedBy who approved the file that it came in
 * @param decidedBy null as long as nothing is decided
 * @param content as it was filed, as JSON, and only where it is asked for
 * @param name of the member, only where it is asked for
 */
record Listed(
        Place place,
        @Nullable UUID filing,
        @Nullable Row row,
        FilingState state,
        @Nullable FiledAs type,
        @Nullable TakenBack takesBack,
        @Nullable String memberNumber,
        String establishmentNumber,
        FilingChannel channel,
        LocalDate receivedOn,
        Instant filedAt,
        String filedBy,
        @Nullable String approvedBy,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        List<Reason> reasons,
        @Nullable String content,
        @Nullable String name) {

    Listed {
        reasons = List.copyOf(reasons);
    }

    /** A row of a file. */
    record Row(UUID file, long line) {}

    /**
     * The filing that a correction or a cancellation takes back, or names while it waits or was returned.
     *
     * @param type null where the caller sees no such filing of an employer's
     * @param content as it was filed, as JSON
     */
    record TakenBack(
            UUID filing, @Nullable FiledAs type, @Nullable String content) {}
}
