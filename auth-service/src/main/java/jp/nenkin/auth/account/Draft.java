package jp.nenkin.auth.account;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.auth.mail.Mails.Addressee;
import org.jspecify.annotations.Nullable;

/**
 * A login ID that is reserved for a member whose identity was matched, until the password comes.
 *
 * @param consentVersion of the text that was agreed to; null for a replacement, whose member agreed before
 * @param replaces the account whose place it takes
 * @param submittedAt when Keycloak was first asked; null before
 */
public record Draft(
        UUID id,
        String memberNumber,
        String loginId,
        @Nullable String consentVersion,
        @Nullable Addressee email,
        @Nullable UUID replaces,
        Instant expiresAt,
        @Nullable Instant submittedAt) {

    boolean over(Instant now) {
        return submittedAt == null && !now.isBefore(expiresAt);
    }

    /** Without what is personal in it. */
    @Override
    public String toString() {
        return "Draft " + id;
    }
}
