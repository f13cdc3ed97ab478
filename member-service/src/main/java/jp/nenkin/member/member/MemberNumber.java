package jp.nenkin.member.member;

import java.util.Locale;
import java.util.regex.Pattern;

/** The number of a member: 10 digits with leading zeros, the same for life. */
public record MemberNumber(String value) {
    public static final String FORM = "^[0-9]{10}$";
    private static final Pattern WRITTEN = Pattern.compile(FORM);

    public MemberNumber {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a member number: " + value);
        }
    }

    /** The number that a count stands for: 1234 is 0000001234. */
    public static MemberNumber of(long count) {
        return new MemberNumber(String.format(Locale.ROOT, "%010d", count));
    }

    @Override
    public String toString() {
        return value;
    }
}
