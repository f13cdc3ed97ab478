package jp.nenkin.member.file;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the data lines of the pension service's layouts.
 *
 * @param consultantCode of the social insurance labour consultant who made the file; null if an employer did
 * @param serial 1 to 999
 * @param createdOn the day on which it was made
 * @param sites the establishments it files for
 */
public record FileHeader(
        @Nullable String consultantCode,
        @Nullable String consultantName,
        int serial,
        LocalDate createdOn,
        List<Site> sites) {

    /** An establishment as the header names it. */
    public record Site(
            FiledEstablishment establishment, @Nullable String name) {}

    public FileHeader {
        sites = List.copyOf(sites);
    }

    /** Whether a social insurance labour consultant (社会保険労務士) made the file. */
    public boolean byConsultant() {
        return consultantCode != null || consultantName != null;
    }
}
