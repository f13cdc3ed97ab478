package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member brought an asset from another pension plan.
 *
 * @param asset which, when and from where
 * @param amount yen
 * @param replaces the filing that this one corrects
 */
public record TransferredIn(
        String memberNumber,
        TransferredAsset asset,
        long amount,
        Filing filing,
        @Nullable UUID replaces) implements MemberEvent {

    public TransferredIn {
        Checks.memberNumber(memberNumber);
        requireNonNull(asset, "asset");
        requireNonNull(filing, "filing");
    }

    @Override
    public String key() {
        return memberNumber;
    }
}
