package jp.nenkin.auth.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a browser's cookie holds: 256 random bits, of which the database knows the hash alone. */
record SessionId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    SessionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a session's id");
        }
    }

    /** Empty for what was never ours. */
    static Optional<SessionId> read(@Nullable String cookie) {
        return Optional.ofNullable(cookie)
                .filter(value -> FORM.matcher(value).matches())
                .map(SessionId::new);
    }

    /** SHA-256: of so much chance no slower hash is needed. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Whoever has the value has the session, so it stays out of messages and logs. */
    @Override
    public String toString() {
        return "SessionId";
    }
}
