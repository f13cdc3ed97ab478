package jp.nenkin.member.upload;

import java.util.Map;
import jp.nenkin.member.file.CharacterSet;
import jp.nenkin.member.file.FileKind;
import jp.nenkin.member.file.FileSummary;

/**
 * What was found in a file once it was read.
 *
 * @param formsNotOurs how many lines there were of each form that the fund does not take
 */
record Contents(FileKind kind, CharacterSet characterSet, Map<String, Long> formsNotOurs, Rows rows) {

    /** How many rows there are, and how many of them are returned already. */
    record Rows(int rows, int returned) {
        static final Rows NONE = new Rows(0, 0);

        Rows with(boolean isReturned) {
            return new Rows(rows + 1, isReturned ? returned + 1 : returned);
        }
    }

    static Contents of(FileSummary summary, Rows rows) {
        return new Contents(summary.kind(), summary.characterSet(), summary.formsNotOurs(), rows);
    }

    /** An establishment's share; forms that the fund does not take are counted for the whole alone. */
    static Contents part(FileSummary summary, Rows rows) {
        return new Contents(summary.kind(), summary.characterSet(), Map.of(), rows);
    }
}
