package jp.nenkin.member.derivation;

import java.util.UUID;
import jp.nenkin.member.filing.FilingState;
import org.jspecify.annotations.Nullable;

/**
 * A line and what became of it.
 *
 * @param leftOut whether the clerk left it out on confirming
 */
record StoredLine(
        DerivedLine line, boolean leftOut, @Nullable Filed filed) {

    /** The filing that a line became, and where it stands: RECEIVED while it waits for an officer. */
    record Filed(UUID id, FilingState state) {}
}
