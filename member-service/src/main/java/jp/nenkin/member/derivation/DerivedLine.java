package jp.nenkin.member.derivation;

import org.jspecify.annotations.Nullable;

/**
 * What a derivation says of one person.
 *
 * @param number within the derivation, from 1
 * @param memberNumber null of somebody who was not matched
 * @param name as on record, or as filed of somebody who was not matched
 */
record DerivedLine(
        int number, @Nullable String memberNumber, @Nullable String name, Origin origin, Finding finding) {

    boolean proposes() {
        return finding.kind() != FindingKind.NOTHING;
    }
}
