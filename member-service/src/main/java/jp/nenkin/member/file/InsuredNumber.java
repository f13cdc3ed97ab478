package jp.nenkin.member.file;

import org.jspecify.annotations.Nullable;

/** The number of an insured person within an establishment (被保険者整理番号): 12 and 000012 are the same. */
public record InsuredNumber(int value) {
    static final int DIGITS = 6;
    private static final int HIGHEST = 999_999;

    public InsuredNumber {
        if (value < 0 || value > HIGHEST) {
            throw new IllegalArgumentException("Not an insured number: " + value);
        }
    }

    static @Nullable InsuredNumber of(@Nullable String digits) {
        return digits == null ? null : new InsuredNumber(Integer.parseInt(digits));
    }
}
