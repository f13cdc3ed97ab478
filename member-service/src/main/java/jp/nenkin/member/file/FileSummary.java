package jp.nenkin.member.file;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was in a file, once all of it has been read.
 *
 * @param rows rows handed out, refused ones too
 * @param refused rows with errors
 * @param formsNotOurs how many lines there were of each form that the fund does not take, by its code
 * @param header of the pension service's layouts; null of our own CSV
 */
public record FileSummary(
        FileKind kind,
        CharacterSet characterSet,
        long rows,
        long refused,
        SortedMap<String, Long> formsNotOurs,
        @Nullable FileHeader header) {

    public FileSummary {
        formsNotOurs = Collections.unmodifiableSortedMap(new TreeMap<>(formsNotOurs));
    }
}
