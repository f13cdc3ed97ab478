package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Somebody who may be the member with this number says that the fund has another birth date than he does.
 *
 * <p>No date is told: the employer types the one of the documents.
 */
public record BirthDateCorrectionProposed(String memberNumber, Instant proposedAt) implements AuthEvent {

    public BirthDateCorrectionProposed {
        Checks.memberNumber(memberNumber);
        requireNonNull(proposedAt, "proposedAt");
    }
}
