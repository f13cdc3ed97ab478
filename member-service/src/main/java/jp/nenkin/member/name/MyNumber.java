package jp.nenkin.member.name;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What may be a My Number (個人番号): it is not taken, whatever it is called. */
public final class MyNumber {
    private static final List<String> NAMES =
            List.of("mynumber", "individualnumber", "kojinbango", "個人番号", "マイナンバ", "12桁番号");
    private static final Pattern BETWEEN = Pattern.compile("[\\s_\\p{Pd}・]");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int DIGITS = 12;
    private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

    private static final Pattern AMONG_OTHERS =
            Pattern.compile("(?<![0-9])[0-9]{4}([ -]?)[0-9]{4}\\1[0-9]{4}(?![0-9])");

    private MyNumber() {}

    /** Whether a property is called like it, in any width and case. */
    public static boolean isNamedBy(String property) {
        String name = folded(property).toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(name::contains);
    }

    /** Whether a text is nothing but a run of 12 digits, whatever stands between them. */
    public static boolean is(String text) {
        return TWELVE_DIGITS.matcher(folded(text)).matches();
    }

    /** Whether a text may tell one: it is such a run, or has it among other words. An id of ours is none. */
    public static boolean isTold(String text) {
        return hasRoom(text) && !ID.matcher(text).matches() && (is(text) || isWithin(text));
    }

    /** Whether its characters can be 12 digits: those of names and days cannot, and most texts are such. */
    private static boolean hasRoom(String text) {
        int most = 0;
        for (int i = 0; i < text.length(); i++) {
            most += mostDigits(text.charAt(i));
        }
        return most >= DIGITS;
    }

    /** How many digits a character may be folded to: a fraction to three, a letter to none. */
    static int mostDigits(char character) {
        if (character < 0x80) {
            return '0' <= character && character <= '9' ? 1 : 0;
        }
        return Character.isLetter(character) ? 0 : 3;
    }

    /** Whether such a run stands among other words, whole or in groups of four. */
    public static boolean isWithin(String text) {
        return AMONG_OTHERS
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .find();
    }

    private static String folded(String text) {
        return BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }
}
