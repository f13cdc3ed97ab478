package jp.nenkin.member.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import jp.nenkin.events.FileRow;
import jp.nenkin.events.FilingReturned;
import jp.nenkin.kit.Outbox;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filing.Receipt;
import org.jspecify.annotations.Nullable;

/** Leaves the news of rows that are given back, in the transaction in which they are. */
@ApplicationScoped
class ReturnedRows {
    private static final int PAGE = 2_000;

    private final RowTable rows;
    private final Outbox outbox;

    ReturnedRows(RowTable rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    /** A file, as its rows are told of it. */
    record Of(UUID file, EstablishmentNumber establishment, Receipt receipt) {}

    /** Of a row whose type is not known where it could not be read. */
    void tell(Of file, long line, @Nullable RowType type, List<Reason> reasons) {
        outbox.publish(List.of(news(file, line, type, reasons)));
    }

    /** Of all rows that were given back on reading. */
    void tellAll(Of file, Contents.Rows read) {
        if (read.returned() == 0) {
            return;
        }
        List<StoredRow> page = rows.after(file.file(), 0, RowState.RETURNED, PAGE);
        while (!page.isEmpty()) {
            outbox.publish(page.stream()
                    .map(row -> news(file, row.line(), row.type(), row.reasons()))
                    .toList());
            page = rows.after(file.file(), page.getLast().line(), RowState.RETURNED, PAGE);
        }
    }

    private static FilingReturned news(Of file, long line, @Nullable RowType type, List<Reason> reasons) {
        return new FilingReturned(
                null,
                new FileRow(file.file(), line),
                type == null ? null : type.told(),
                file.establishment().value(),
                file.receipt().channel(),
                file.receipt().receivedOn(),
                reasons.stream().map(Reason::code).distinct().toList());
    }
}
