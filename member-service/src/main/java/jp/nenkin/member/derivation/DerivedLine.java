package jp.nenkin.member.derivation;

import java.util.Objects;
import jp.nenkin.member.file.FiledName;
import org.jspecify.annotations.Nullable;

/**
 * What a derivation says of one person.
 *
 * @param number within the derivation, from 1
 * @param memberNumber null of somebody who was not matched
 * @param name as on record, or as filed of somebody who was not matched
 * @param origin null of somebody of whom no row tells
 */
record DerivedLine(
        int number,
        @Nullable String memberNumber,
        @Nullable String name,
        @Nullable Origin origin,
        Finding finding) {

    /** A name as it was filed, in kanji where it has them. */
    static @Nullable String name(@Nullable FiledName filed) {
        if (filed == null) {
            return null;
        }
        return filed.kanji() == null ? filed.kana() : filed.kanji();
    }

    /**
     * Whether another says the same of the same person. Of a reason its code alone counts: its values may name the day
     * on which it was told.
     */
    boolean agrees(DerivedLine other) {
        boolean samePerson = number == other.number
                && Objects.equals(memberNumber, other.memberNumber)
                && Objects.equals(origin, other.origin);
        return samePerson && says(finding).equals(says(other.finding));
    }

    private static Object says(Finding finding) {
        return switch (finding) {
            case Finding.Change _, Finding.Joiner _, Finding.Leaver _ -> finding;
            case Finding.Nothing(var why) -> why.code();
        };
    }

    /** Whether it is filed unless somebody leaves it out. */
    boolean proposes() {
        return switch (finding) {
            case Finding.Change _, Finding.Joiner _ -> true;
            case Finding.Leaver _, Finding.Nothing _ -> false;
        };
    }
}
