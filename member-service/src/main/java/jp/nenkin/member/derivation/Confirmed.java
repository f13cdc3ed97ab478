package jp.nenkin.member.derivation;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import jp.nenkin.events.LossCause;

/**
 * What somebody confirmed of a derivation.
 *
 * @param leftOut numbers of lines that are not filed
 * @param losses of those who left, by the numbers of their lines
 */
record Confirmed(Set<Integer> leftOut, Map<Integer, Left> losses) {
    Confirmed {
        leftOut = Set.copyOf(leftOut);
        losses = Map.copyOf(losses);
    }

    /** The first day without membership, and why. */
    record Left(LocalDate lostOn, LossCause cause) {}
}
