package jp.nenkin.member.plan;

/** The form of names: kept as filed, variants of characters too, but with nothing in them that cannot be seen. */
public final class Names {
    public static final int LONGEST = 100;
    public static final int LONGEST_ADDRESS = 200;

    /** No control or format characters, no half of a pair, no line breaks; no space at either end. */
    public static final String FORM =
            "^(?![\\s\\u3000])[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]+(?<![\\s\\u3000])$";

    private Names() {}
}
