package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A filing that had taken effect was cancelled: what it reported has not happened.
 *
 * @param cancelled the filing that no longer holds
 * @param filing the cancellation
 */
public record FilingCancelled(String memberNumber, UUID cancelled, Filing filing) implements MemberEvent {

    public FilingCancelled {
        Checks.memberNumber(memberNumber);
        requireNonNull(cancelled, "cancelled");
        requireNonNull(filing, "filing");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
