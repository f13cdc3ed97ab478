package jp.nenkin.auth.edge;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a browser goes after sign-in: a place of this portal and never another site's. */
final class ReturnTo {
    static final String HOME = "/";

    // What a browser takes for the start of another authority (//, /\, a tab between) is not in it, nor is a fragment.
    private static final Pattern LOCAL =
            Pattern.compile("/(?:[A-Za-z0-9_~%-][A-Za-z0-9._~%/-]*)?(?:\\?[A-Za-z0-9._~%/?&=+:@!-]*)?");

    private static final int LONGEST = 512;

    private ReturnTo() {}

    /** The path asked for, or the portal's first page when it is none of ours. */
    static String orHome(@Nullable String wanted) {
        return Optional.ofNullable(wanted)
                .filter(path -> path.length() <= LONGEST)
                .filter(path -> LOCAL.matcher(path).matches())
                .orElse(HOME);
    }
}
