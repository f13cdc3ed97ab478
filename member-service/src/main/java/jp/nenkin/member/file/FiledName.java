package jp.nenkin.member.file;

import org.jspecify.annotations.Nullable;

/**
 * A name as it was filed, in one form at least.
 *
 * @param kanji or letters
 * @param kana of the width it was filed in
 */
public record FiledName(@Nullable String kanji, @Nullable String kana) {

    public FiledName {
        if (kanji == null && kana == null) {
            throw new IllegalArgumentException("A name has a form");
        }
    }
}
