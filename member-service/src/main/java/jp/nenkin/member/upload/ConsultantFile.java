package jp.nenkin.member.upload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.nenkin.member.filer.ConsultantCode;

/**
 * A consultant's file over several establishments; what became of it, the files of each of them tell.
 *
 * @param receiptNumber what the consultant quotes
 * @param contents of the whole; its returned rows are those of no establishment that has delegated
 */
record ConsultantFile(
        UUID id,
        long receiptNumber,
        ConsultantCode consultant,
        FileMode mode,
        LocalDate receivedOn,
        Instant sentAt,
        String sentBy,
        Contents contents) {}
