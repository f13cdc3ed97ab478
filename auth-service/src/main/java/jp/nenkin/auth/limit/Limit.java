package jp.nenkin.auth.limit;

import java.time.Duration;

/**
 * So many tries of one subject in a window of time that moves along.
 *
 * @param name in rows; subjects of two limits are never counted together
 */
public record Limit(String name, int most, Duration window) {
    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Who a caller says to be, evaluated: registration and both recoveries together, from wherever they come. */
    public static final Limit IDENTITY = new Limit("identity", 5, QUARTER);

    /** Mails that a caller can cause to somebody's address. */
    public static final Limit MAIL = new Limit("mail", 3, Duration.ofHours(1));

    public Limit {
        if (most < 1 || !window.isPositive()) {
            throw new IllegalArgumentException("A limit lets nothing through: " + name);
        }
    }

    /** Calls of one network address. */
    static Limit calls(int most) {
        return new Limit("calls", most, QUARTER);
    }
}
