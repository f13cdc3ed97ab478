package jp.nenkin.ledger.interest;

/**
 * A crediting rate (利息付与率) of a fiscal year, exact: tenths of a percent, 0.0 % to 5.0 %.
 *
 * <p>Source: domain rules, section 3 (floor 0.0 %, cap 5.0 %, one decimal).
 */
public record CreditingRate(int tenthsOfPercent) {
    private static final int CAP = 50;

    public CreditingRate {
        if (tenthsOfPercent < 0 || tenthsOfPercent > CAP) {
            throw new IllegalArgumentException("a crediting rate is between 0.0 and 5.0 percent");
        }
    }

    /**
     * Reads the written form: digits, a point, one digit: "3.7".
     *
     * @throws IllegalArgumentException when the text has another form or the rate is out of range
     */
    public static CreditingRate parse(String text) {
        if (!text.matches("[0-9]\\.[0-9]")) {
            throw new IllegalArgumentException("a crediting rate is written with one decimal, such as 3.7: " + text);
        }
        return new CreditingRate((text.charAt(0) - '0') * 10 + (text.charAt(2) - '0'));
    }

    /** The written form with one decimal: "3.7". */
    @Override
    public String toString() {
        return tenthsOfPercent / 10 + "." + tenthsOfPercent % 10;
    }
}
