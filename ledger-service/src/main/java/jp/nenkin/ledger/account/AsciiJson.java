package jp.nenkin.ledger.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * JSON of figures, dates and plain names, written byte by byte: a run makes millions of events, and the general mapper
 * takes longer for each than everything that decides it.
 *
 * <p>Nothing is escaped: values are digits, and names of ours.
 */
final class AsciiJson {
    private static final int ROOM = 640;
    private static final int LONGEST_NUMBER = 20;

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
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits(value, digits);
    }

    /** A number as digits of a fixed count. */
    AsciiJson digits(long value, int count) {
        room(LONGEST_NUMBER);
        long rest = value;
        for (int at = length + count - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
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
