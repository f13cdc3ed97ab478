package jp.nenkin.member.filing;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.kit.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who filed, and who decided that it takes effect.
 *
 * @param id under which it is known already; null of what is kept for the first time
 * @param filedAt null for now
 * @param decidedBy an officer's id, or the rules' own name
 */
public record Origin(
        @Nullable UUID id, String filedBy, @Nullable Instant filedAt, String decidedBy) {
    private static final String RULES = "system";

    /** What an officer enters is decided by that. */
    public static Origin of(String filer, boolean officer) {
        return new Origin(null, filer, null, officer ? filer : RULES);
    }

    /** The caller, now. */
    public static Origin of(Caller caller) {
        return of(caller.id(), caller instanceof Caller.Officer);
    }

    /** Whether no officer stands behind it, so that some filings wait for one. */
    boolean isUndecided() {
        return decidedBy.equals(RULES);
    }
}
