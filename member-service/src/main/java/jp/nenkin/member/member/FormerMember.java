package jp.nenkin.member.member;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of rejoining need of somebody who may have been a member at another establishment.
 *
 * @param loss the end of the latest membership, or null while it goes on
 */
public record FormerMember(
        MemberNumber number, Profile profile, @Nullable Ended loss) {

    /** The loss that a new membership follows. */
    public record Ended(UUID filing, LocalDate lostOn) {}
}
