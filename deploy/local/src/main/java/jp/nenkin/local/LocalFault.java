package jp.nenkin.local;

import org.jspecify.annotations.Nullable;

/** What keeps the local system from running, told in one line to the person who started it. */
public final class LocalFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LocalFault(String line) {
        this(line, null);
    }

    public LocalFault(String line, @Nullable Throwable cause) {
        super(line, cause);
    }
}
