package jp.nenkin.member.application;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.member.member.MemberNumber;
import org.jspecify.annotations.Nullable;

/**
 * An application of a member as it stands.
 *
 * @param decision what has become of it, or null while it waits
 */
record Application(
        UUID id,
        long receiptNumber,
        MemberNumber member,
        Instant appliedAt,
        Wanted wanted,
        @Nullable Decision decision) {

    /** What became of an application. */
    sealed interface Decision {
        Instant at();

        /** The officer, or null where a rule decided at once. */
        @Nullable
        String by();
    }

    /**
     * It is in effect.
     *
     * @param filing what it was filed as; an account is no filing
     */
    record Accepted(
            Instant at, @Nullable String by, @Nullable UUID filing) implements Decision {}

    /** It was not accepted, and why. */
    record Returned(Instant at, @Nullable String by, String reason) implements Decision {}

    ApplicationState state() {
        return switch (decision) {
            case null -> ApplicationState.RECEIVED;
            case Accepted _ -> ApplicationState.ACCEPTED;
            case Returned _ -> ApplicationState.RETURNED;
        };
    }
}
