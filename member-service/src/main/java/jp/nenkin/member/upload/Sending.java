package jp.nenkin.member.upload;

import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.file.FileSaid;
import jp.nenkin.member.filing.Receipt;

/**
 * What comes with the bytes of a file.
 *
 * @param establishment who sends it, or for whom an officer does
 * @param sender the caller's id
 * @param byOfficer whether that is an officer
 */
record Sending(
        EstablishmentNumber establishment,
        FileMode mode,
        Receipt receipt,
        FileSaid said,
        String sender,
        boolean byOfficer) {}
