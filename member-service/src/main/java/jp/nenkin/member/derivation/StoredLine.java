package jp.nenkin.member.derivation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line and what became of it.
 *
 * @param leftOut whether the clerk left it out on confirming
 */
record StoredLine(
        DerivedLine line, boolean leftOut, @Nullable UUID filing) {}
