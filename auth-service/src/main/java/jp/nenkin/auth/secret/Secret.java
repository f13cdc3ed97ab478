package jp.nenkin.auth.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 256 random bits that open something to whoever holds them, of which the database knows the hash alone. */
public record Secret(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public Secret {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a secret of ours");
        }
    }

    /** Empty for what was never ours. */
    public static Optional<Secret> read(@Nullable String given) {
        return Optional.ofNullable(given)
                .filter(value -> FORM.matcher(value).matches())
                .map(Secret::new);
    }

    /** SHA-256: of so much chance no slower hash is needed. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Whoever has the value has what it opens, so it stays out of messages and logs. */
    @Override
    public String toString() {
        return "Secret";
    }
}
