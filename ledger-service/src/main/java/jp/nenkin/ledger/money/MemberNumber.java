package jp.nenkin.ledger.money;

import java.util.regex.Pattern;

/** A member number (加入者番号): ten digits, zero-padded, from 0000000001. */
public record MemberNumber(long value) implements Comparable<MemberNumber> {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,10}");
    private static final long LARGEST = 9_999_999_999L;

    /** The last number there can be. */
    public static final MemberNumber LAST = new MemberNumber(LARGEST);

    public MemberNumber {
        if (value < 1 || value > LARGEST) {
            throw new IllegalArgumentException("a member number is between 1 and 9,999,999,999: " + value);
        }
    }

    /**
     * Reads the written form; shorter input is taken as zero-padded: "1234" is 0000001234.
     *
     * @throws IllegalArgumentException when the text is not one to ten digits, or zero
     */
    public static MemberNumber parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("a member number is one to ten digits: " + text);
        }
        return new MemberNumber(Long.parseLong(text));
    }

    /** The written form, always ten digits. */
    @Override
    public String toString() {
        String digits = Long.toString(value);
        return "0".repeat(10 - digits.length()) + digits;
    }

    @Override
    public int compareTo(MemberNumber other) {
        return Long.compare(value, other.value);
    }
}
