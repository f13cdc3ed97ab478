package jp.nenkin.member.file;

/** The basic pension number (基礎年金番号): ten digits, of which the pension service writes four and six. */
public record BasicPensionNumber(String value) {
    static final String FORM = "[0-9]{10}";

    public BasicPensionNumber {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("Not a basic pension number of ten digits");
        }
    }
}
