package jp.nenkin.ledger.money;

import java.util.regex.Pattern;

/** The number of an establishment (事業所): seven digits; all zero before a member belongs to any. */
public record EstablishmentNumber(int value) {
    public static final EstablishmentNumber NONE = new EstablishmentNumber(0);

    private static final Pattern WRITTEN = Pattern.compile("[0-9]{7}");
    private static final int LARGEST = 9_999_999;

    public EstablishmentNumber {
        if (value < 0 || value > LARGEST) {
            throw new IllegalArgumentException("an establishment number is between 0 and 9,999,999: " + value);
        }
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is not seven digits
     */
    public static EstablishmentNumber parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("an establishment number is seven digits: " + text);
        }
        return new EstablishmentNumber(Integer.parseInt(text));
    }

    /** The written form, always seven digits. */
    @Override
    public String toString() {
        String digits = Integer.toString(value);
        return "0".repeat(7 - digits.length()) + digits;
    }
}
