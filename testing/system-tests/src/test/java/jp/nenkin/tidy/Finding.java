package jp.nenkin.tidy;

import java.nio.file.Path;

/** A place that breaks a rule, written so that an editor can jump to it. */
record Finding(Path file, long line, String what) {
    @Override
    public String toString() {
        return "%s:%d: %s".formatted(file, line, what);
    }
}
