package jp.nenkin.ledger.seal;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256, as it is printed: 64 hexadecimal digits. */
public record Hash(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** How long it is in bytes. */
    static final int LENGTH = 32;

    /** What stands before the first seal. */
    static final Hash NONE = of(new byte[LENGTH]);

    public Hash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("no SHA-256: " + hex);
        }
    }

    static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
