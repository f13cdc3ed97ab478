package jp.nenkin.member.upload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.CharacterSet;
import jp.nenkin.member.file.FileKind;
import jp.nenkin.member.filer.ConsultantCode;
import org.jspecify.annotations.Nullable;

/**
 * A file that was received, as it stands.
 *
 * @param receiptNumber what people quote; later files have higher ones
 * @param sentBy the caller's id
 * @param byOfficer whether an officer sent it for the establishment, which decides on its rows
 * @param decidedTo the line up to which no row waits, of those that are filed one by one
 * @param formsNotOurs how many lines there were of each form that the fund does not take
 */
record FilingFile(
        UUID id,
        long receiptNumber,
        EstablishmentNumber establishment,
        FileMode mode,
        FilingChannel channel,
        LocalDate receivedOn,
        Instant sentAt,
        String sentBy,
        boolean byOfficer,
        FileKind kind,
        CharacterSet characterSet,
        Map<String, Long> formsNotOurs,
        FileState state,
        Counts counts,
        long decidedTo,
        @Nullable Instant finishedAt,
        @Nullable Settlement settlement,
        @Nullable ByConsultant consultant) {

    /** How many rows there are, and what became of them; of the rest nothing has yet. */
    record Counts(int rows, int processed, int notApplicable, int returned) {
        int received() {
            return rows - processed - notApplicable - returned;
        }
    }

    /**
     * That a consultant sent it.
     *
     * @param whole the file over several establishments that it is a part of
     */
    record ByConsultant(ConsultantCode code, @Nullable UUID whole) {}

    /** Who approved or withdrew it. */
    record Settlement(String by, Instant at) {}
}
