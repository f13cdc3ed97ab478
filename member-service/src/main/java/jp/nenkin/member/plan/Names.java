package jp.nenkin.member.plan;

/** The form of names: kept as filed, variants of characters too, but with nothing in them that cannot be seen. */
public final class Names {
    public static final int LONGEST = 100;
    public static final int LONGEST_ADDRESS = 200;

    /** No control or format characters, no half of a pair, no line breaks; no space at either end. */
    public static final String FORM =
            "^(?![\\s\\u3000])[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+(?<![\\s\\u3000])$";

    private Names() {}

    /** Whether a text has {@link #FORM}; for files, whose names are too many for a regular expression. */
    public static boolean isName(String text) {
        return !text.isEmpty()
                && !isSpace(text.charAt(0))
                && !isSpace(text.charAt(text.length() - 1))
                && text.codePoints().allMatch(Names::isSeen);
    }

    private static boolean isSpace(char character) {
        return character == ' ' || character == '\u3000';
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
