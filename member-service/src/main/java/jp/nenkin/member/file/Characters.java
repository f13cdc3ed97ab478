package jp.nenkin.member.file;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * What characters a value is of, in loops over them: a file has a million values.
 *
 * @param undecodable whether there are bytes that are no character
 * @param ofUsers whether there are characters that users have made
 * @param width in bytes of Shift_JIS, where a full-width character has two
 */
record Characters(boolean undecodable, boolean ofUsers, boolean control, int width) {
    private static final String AMONG_KANA = "ー・-.,'() 　";

    static Characters of(String value) {
        boolean undecodable = false;
        boolean ofUsers = false;
        boolean control = false;
        int width = 0;
        int character;
        for (int i = 0; i < value.length(); i += Character.charCount(character)) {
            character = value.codePointAt(i);
            undecodable |= character == CharacterSet.UNDECODABLE;
            ofUsers |= Character.getType(character) == Character.PRIVATE_USE;
            control |= Character.isISOControl(character);
            width += isHalfWidth(character) ? 1 : 2;
        }
        return new Characters(undecodable, ofUsers, control, width);
    }

    private static boolean isHalfWidth(int character) {
        return character < 0x80 || (0xFF61 <= character && character <= 0xFF9F);
    }

    /** The value with characters of one width, as all forms expect it. */
    static String folded(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                return Normalizer.normalize(value, Normalizer.Form.NFKC);
            }
        }
        return value;
    }

    /** Whether a value is nothing but digits from 0 to 9, one at least. */
    static boolean areDigits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    /** Whether a folded value is nothing but kana, letters, digits and what stands between them in names. */
    static boolean areKana(String folded) {
        return !folded.isEmpty() && folded.codePoints().allMatch(Characters::isKana);
    }

    private static boolean isKana(int character) {
        if (character < 0x80) {
            return Character.isLetterOrDigit(character) || AMONG_KANA.indexOf(character) >= 0;
        }
        UnicodeScript script = UnicodeScript.of(character);
        return script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HIRAGANA
                || AMONG_KANA.indexOf(character) >= 0;
    }
}
