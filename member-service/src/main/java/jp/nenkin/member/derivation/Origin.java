package jp.nenkin.member.derivation;

import java.time.YearMonth;
import java.util.UUID;
import jp.nenkin.member.upload.RowType;
import org.jspecify.annotations.Nullable;

/**
 * The row of a file from which something was derived.
 *
 * @param receiptNumber of the file
 * @param line of the file on which the row begins, from 1
 * @param item that the remuneration stands in, where the row has numbered items
 * @param remuneration monthly in yen
 */
record Origin(
        UUID file,
        long receiptNumber,
        long line,
        RowType type,
        @Nullable YearMonth appliesFrom,
        @Nullable Integer item,
        @Nullable Long remuneration) {}
