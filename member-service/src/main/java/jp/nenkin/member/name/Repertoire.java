package jp.nenkin.member.name;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The characters that an older character set can write. */
public enum Repertoire {
    /** JIS X 0201 and the two levels of JIS X 0208 as Shift_JIS bytes: what the pension service takes. */
    JIS_X_0208 {
        @Override
        boolean holds(int code) {
            return code <= LAST_SINGLE
                    || within(code, 0x8140, 0x84BE)
                    || within(code, 0x889F, 0x9FFC)
                    || within(code, 0xE040, 0xEAA4);
        }
    },
    /** Microsoft's code page 932 with the extensions of NEC and IBM, without characters made by users. */
    WINDOWS_31J {
        @Override
        boolean holds(int code) {
            return !within(code, 0xF040, 0xF9FC);
        }
    };

    private static final int LAST_SINGLE = 0xFF;
    private static final Charset CODE_PAGE = Charset.forName("windows-31j");
    private static final CharacterTable VARIANTS = CharacterTable.read("name-variants.txt");
    private static final CharacterTable SIGNS = CharacterTable.read("sign-substitutes.txt");

    /**
     * A character that cannot be written.
     *
     * @param position of the character in its text, counted in characters from 0
     * @param proposal what could be written for it; absent where a person has to choose
     */
    public record Unwritable(int position, String character, Optional<String> proposal) {}

    /** Every character of a text that this set cannot write, in order, with what is proposed for it. */
    public List<Unwritable> unwritable(String text) {
        List<Unwritable> found = new ArrayList<>();
        int[] codePoints = text.codePoints().toArray();
        for (int i = 0; i < codePoints.length; i++) {
            if (!writes(codePoints[i])) {
                found.add(new Unwritable(i, Character.toString(codePoints[i]), proposal(codePoints[i])));
            }
        }
        return found;
    }

    /** Whether a character is in this set, so that it comes back as it was written. */
    public boolean writes(int codePoint) {
        String character = Character.toString(codePoint);
        try {
            ByteBuffer bytes = CODE_PAGE.newEncoder().encode(CharBuffer.wrap(character));
            return holds(code(bytes))
                    && CODE_PAGE.newDecoder().decode(bytes).toString().equals(character);
        } catch (CharacterCodingException notInTheCodePage) {
            return false;
        }
    }

    private Optional<String> proposal(int codePoint) {
        return VARIANTS.target(codePoint)
                .or(() -> SIGNS.target(codePoint))
                .or(() -> compatible(codePoint))
                .filter(proposed -> proposed.codePoints().allMatch(this::writes));
    }

    /** What Unicode itself calls the same: ① is 1, ㈱ is (株), a compatibility ideograph its unified one. */
    private static Optional<String> compatible(int codePoint) {
        String character = Character.toString(codePoint);
        String folded = Normalizer.normalize(character, Normalizer.Form.NFKC)
                .codePoints()
                .mapToObj(VARIANTS::fold)
                .collect(Collectors.joining());
        return Optional.of(folded).filter(other -> !other.equals(character));
    }

    private static int code(ByteBuffer bytes) {
        int code = 0;
        for (int i = 0; i < bytes.remaining(); i++) {
            code = code * 0x100 + (bytes.get(i) & 0xFF);
        }
        return code;
    }

    private static boolean within(int code, int first, int last) {
        return first <= code && code <= last;
    }

    abstract boolean holds(int code);
}
