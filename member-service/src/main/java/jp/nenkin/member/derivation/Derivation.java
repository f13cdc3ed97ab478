package jp.nenkin.member.derivation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.nenkin.member.establishment.EstablishmentNumber;
import org.jspecify.annotations.Nullable;

/**
 * Filings that were derived from files, as they stand.
 *
 * @param lines how many there are
 * @param proposed how many of them propose a filing
 * @param waiting how many of the filings that they became wait for an officer
 * @param successor the one that was made anew in its place
 */
record Derivation(
        UUID id,
        Asked asked,
        DerivationState state,
        int lines,
        int proposed,
        int waiting,
        Made made,
        @Nullable Made settled,
        @Nullable UUID successor) {

    /** From which files what is derived, for which day. */
    record Asked(EstablishmentNumber establishment, LocalDate effectiveFrom, List<UUID> files) {
        Asked {
            files = List.copyOf(files);
        }
    }

    /** When, and by whom. */
    record Made(Instant at, String by) {}
}
