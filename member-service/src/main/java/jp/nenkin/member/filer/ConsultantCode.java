package jp.nenkin.member.filer;

import java.util.regex.Pattern;

/** By what a consultant (社会保険労務士) is known, in the pension service's layouts too: up to 20 letters and digits. */
public record ConsultantCode(String value) {
    public static final String FORM = "^[0-9A-Za-z-]{1,20}$";

    private static final Pattern CODE = Pattern.compile(FORM);

    public ConsultantCode {
        if (!CODE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a consultant's code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
