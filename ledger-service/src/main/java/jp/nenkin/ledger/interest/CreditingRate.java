package jp.nenkin.ledger.interest;

import java.util.regex.Pattern;

/**
 * A crediting rate (利息付与率) of a fiscal year, exact: tenths of a percent, 0.0 % to 9.9 %; which of them a year may have
 * is plan data ({@link RateTerms}).
 *
 * <p>Source: domain rules, section 3 (one decimal).
 */
public record CreditingRate(int tenthsOfPercent) {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]\\.[0-9]");
    private static final int LARGEST = 99;

    public CreditingRate {
        if (tenthsOfPercent < 0 || tenthsOfPercent > LARGEST) {
            throw new IllegalArgumentException("a crediting rate is between 0.0 and 9.9 percent");
        }
    }

    /**
     * Reads the written form: digits, a point, one digit: "3.7".
     *
     * @throws IllegalArgumentException when the text has another form or the rate is out of range
     */
    public static CreditingRate parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("a crediting rate is written with one decimal, such as 3.7: " + text);
        }
        return new CreditingRate((text.charAt(0) - '0') * 10 + (text.charAt(2) - '0'));
    }

    /** This rate, or the cap where that is lower. */
    public CreditingRate cappedAt(CreditingRate cap) {
        return new CreditingRate(Math.min(tenthsOfPercent, cap.tenthsOfPercent));
    }

    /** The written form with one decimal: "3.7". */
    @Override
    public String toString() {
        return tenthsOfPercent / 10 + "." + tenthsOfPercent % 10;
    }
}
