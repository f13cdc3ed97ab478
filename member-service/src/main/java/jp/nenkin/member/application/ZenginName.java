package jp.nenkin.member.application;

import static java.util.stream.Collectors.toMap;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A name as transfers between banks carry it (全銀フォーマット): half-width katakana without small ones, capitals, digits
 * and few signs, at most 30, of which a voicing mark is one.
 */
record ZenginName(String value) {
    static final int LONGEST = 30;

    private static final Pattern WRITTEN = Pattern.compile("[ｦｱ-ﾟA-Z0-9 ().,/¥-]{1," + LONGEST + "}");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}ー−]");
    /** In Unicode the large one follows. */
    private static final String SMALL = "ァィゥェォッャュョヮ";

    private static final Map<String, String> HALF_WIDTH = IntStream.rangeClosed('ｦ', 'ﾟ')
            .filter(code -> code == 'ｦ' || code >= 'ｱ')
            .mapToObj(Character::toString)
            .collect(toMap(half -> Normalizer.normalize(half, Normalizer.Form.NFKC), Function.identity()));

    ZenginName {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a name for transfers");
        }
    }

    /**
     * The name for transfers of one written in katakana or letters of any width; empty for kanji, hiragana and signs
     * that banks do not take, and for one that is too long.
     */
    static Optional<ZenginName> of(String written) {
        String wide = DASHES.matcher(
                        Normalizer.normalize(written, Normalizer.Form.NFKC).strip())
                .replaceAll("-");
        StringBuilder name = new StringBuilder();
        Normalizer.normalize(wide.toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .codePoints()
                .map(code -> SMALL.indexOf(code) < 0 ? code : code + 1)
                .mapToObj(Character::toString)
                .forEach(letter -> name.append(HALF_WIDTH.getOrDefault(letter, letter)));
        return Optional.of(name.toString())
                .filter(value -> WRITTEN.matcher(value).matches())
                .map(ZenginName::new);
    }

    /** Not the name, because logs keep it. */
    @Override
    public String toString() {
        return "ZenginName";
    }
}
