package jp.nenkin.auth.account;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.nenkin.auth.mail.Mails.Addressee;
import org.jspecify.annotations.Nullable;

/**
 * A login ID that a member wants, whose identity was matched.
 *
 * @param consentVersion null where he agreed before
 * @param email null if none is given
 * @param replaces the account whose place it takes; null if he has none
 */
public record Wanted(
        String memberNumber,
        LoginId loginId,
        @Nullable String consentVersion,
        @Nullable Addressee email,
        @Nullable UUID replaces) {

    /** Whether it is what that draft was opened for. */
    boolean isOf(Draft draft) {
        return draft.loginId().equals(loginId.value()) && Objects.equals(draft.replaces(), replaces);
    }

    Draft draft(UUID id, Instant expiresAt) {
        return new Draft(id, memberNumber, loginId.value(), consentVersion, email, replaces, expiresAt, null);
    }
}
