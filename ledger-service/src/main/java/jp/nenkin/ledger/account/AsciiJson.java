package jp.nenkin.ledger.account;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * JSON of figures, dates and plain names, written byte by byte: a run makes millions of events, and the general mapper
 * takes longer for each than everything that decides it.
 *
 * <p>Nothing is escaped: values are digits, and names of ours.
 */
final class AsciiJson {
    private static final int ROOM = 640;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_POSITIVE = 19;
    // 00 to 99.
    private static final byte[] PAIRS =
            text(IntStream.range(0, 100).mapToObj("%02d"::formatted).collect(joining()));

    private byte[] bytes = new byte[ROOM];
    private int length;

    /** What stands before a value: a piece of fixed text, as bytes. */
    static byte[] text(String fixed) {
        return fixed.getBytes(US_ASCII);
    }

    AsciiJson put(byte[] fixed) {
        room(fixed.length);
        System.arraycopy(fixed, 0, bytes, length, fixed.length);
        length += fixed.length;
        return this;
    }

    /** A number without leading zeros. */
    AsciiJson number(long value) {
        if (value < 0) {
            return put(text(Long.toString(value)));
        }
        int digits = 1;
        for (long limit = 10; digits < LONGEST_POSITIVE && value >= limit; limit *= 10) {
            digits++;
        }
        return digits(value, digits);
    }

    /** A number as digits of a fixed count. */
    AsciiJson digits(long value, int count) {
        room(LONGEST_NUMBER);
        long rest = value;
        int at = length + count;
        // Two at a time, from a table: most of what a figure takes are its divisions.
        while (at > length + 1 && rest >= 0) {
            long hundreds = rest / 100;
            int pair = 2 * (int) (rest - 100 * hundreds);
            bytes[--at] = PAIRS[pair + 1];
            bytes[--at] = PAIRS[pair];
            rest = hundreds;
        }
        if (at > length) {
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        if (rest != 0 || value < 0) {
            throw new IllegalArgumentException(value + " is not of " + count + " digits");
        }
        length += count;
        return this;
    }

    AsciiJson month(YearMonth month) {
        return digits(month.getYear(), 4).dash().digits(month.getMonthValue(), 2);
    }

    AsciiJson date(LocalDate date) {
        return digits(date.getYear(), 4)
                .dash()
                .digits(date.getMonthValue(), 2)
                .dash()
                .digits(date.getDayOfMonth(), 2);
    }

    byte[] end() {
        return Arrays.copyOf(bytes, length);
    }

    private AsciiJson dash() {
        room(1);
        bytes[length++] = '-';
        return this;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }
}
