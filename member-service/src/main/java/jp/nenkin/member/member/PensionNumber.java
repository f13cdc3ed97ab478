package jp.nenkin.member.member;

import java.util.regex.Pattern;
import jp.nenkin.kit.Caller;

/** A basic pension number (基礎年金番号): 10 digits. */
public record PensionNumber(String value) {
    public static final String FORM = "^[0-9]{10}$";
    private static final Pattern WRITTEN = Pattern.compile(FORM);
    private static final int SHOWN = 4;

    public PensionNumber {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a basic pension number");
        }
    }

    /** With its last digits alone, for those who need to recognise it and no more. */
    public String masked() {
        int hidden = value.length() - SHOWN;
        return "*".repeat(hidden) + value.substring(hidden);
    }

    /** As far as a caller may see it: others than officers see its end. */
    public String shownTo(Caller caller) {
        return switch (caller) {
            case Caller.Officer _ -> value;
            case Caller.Establishment _, Caller.Consultant _, Caller.Member _ -> masked();
        };
    }

    /** Masked, because logs keep it. */
    @Override
    public String toString() {
        return masked();
    }
}
