package jp.nenkin.member.file;

import java.util.regex.Pattern;

/** The basic pension number (基礎年金番号): ten digits, of which the pension service writes four and six. */
public record BasicPensionNumber(String value) {
    static final String FORM = "[0-9]{10}";
    private static final Pattern WRITTEN = Pattern.compile(FORM);

    public BasicPensionNumber {
        if (!WRITTEN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a basic pension number of ten digits");
        }
    }
}
