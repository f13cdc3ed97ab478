package jp.nenkin.member.establishment;

import java.util.regex.Pattern;

/** The number of an employer site: 7 digits. */
public record EstablishmentNumber(String value) {
    public static final String FORM = "^[0-9]{7}$";

    // Compiled once: each row of a file names one.
    private static final Pattern NUMBER = Pattern.compile(FORM);

    public EstablishmentNumber {
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an establishment number: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
