package jp.nenkin.member.file;

import org.jspecify.annotations.Nullable;

/** What the sender says of a file; what is not said is found out. */
public record FileSaid(@Nullable FileKind kind, @Nullable CharacterSet characterSet) {
    private static final FileSaid NOTHING = new FileSaid(null, null);

    public static FileSaid nothing() {
        return NOTHING;
    }
}
