package jp.nenkin.member.name;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What two spellings of one name have in common, so that they match; it is never stored as the name nor printed.
 *
 * <p>Folded are, in this order: widths and compatibility forms (NFKC, which also puts half-width kana and its voicing
 * marks together, so that no transliterator is needed for it); capitals; variation selectors, format characters, spaces
 * of all kinds and the middle dots between the parts of foreign names; hiragana into katakana; small kana into large
 * ones, because half-width files often have no small ones; every dash into the long-vowel mark, because they are typed
 * for each other; the iteration marks into what they repeat; and the variants of kanji in {@code name-variants.txt}. A
 * long vowel is kept: オオノ and オーノ, オノ differ. So do ヂ and ジ, ヅ and ズ, ヲ and オ.
 */
public record NameKey(String value) {
    private static final CharacterTable VARIANTS = CharacterTable.read("name-variants.txt");

    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}\\p{Cc}\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}・·]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}−﹣ー]");
    private static final char LONG_VOWEL = 'ー';

    private static final int HIRAGANA_FIRST = 'ぁ';
    private static final int HIRAGANA_LAST = 'ゖ';
    private static final int TO_KATAKANA = 'ァ' - 'ぁ';
    private static final String SMALL = "ァィゥェォッャュョヮヵヶ";
    private static final String LARGE = "アイウエオツヤユヨワカケ";
    private static final String ITERATIONS = "々ヽゝ〻";

    /** The key of a name in kanji or kana; a name with nothing to see in it has an empty one. */
    public static NameKey of(String name) {
        String seen = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(seen.length());
        DASHES.matcher(seen)
                .replaceAll(String.valueOf(LONG_VOWEL))
                .codePoints()
                .forEach(codePoint -> append(codePoint, key));
        return new NameKey(key.toString());
    }

    private static void append(int codePoint, StringBuilder key) {
        if (ITERATIONS.indexOf(codePoint) >= 0 && !key.isEmpty()) {
            key.appendCodePoint(key.codePointBefore(key.length()));
            return;
        }
        key.append(VARIANTS.fold(large(katakana(codePoint))));
    }

    private static int katakana(int codePoint) {
        return HIRAGANA_FIRST <= codePoint && codePoint <= HIRAGANA_LAST ? codePoint + TO_KATAKANA : codePoint;
    }

    private static int large(int codePoint) {
        int small = SMALL.indexOf(codePoint);
        return small < 0 ? codePoint : LARGE.charAt(small);
    }
}
