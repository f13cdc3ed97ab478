package jp.nenkin.notice.document;

import static java.util.Objects.requireNonNull;

/**
 * Who sends the notice and where its reader can ask.
 *
 * @param contactDesk the desk with its telephone number, in one line
 * @param contactHours the days and hours at which it answers, in one line
 */
public record FundDetails(String name, String contactDesk, String contactHours) {

    public FundDetails {
        requireNonNull(name, "name");
        requireNonNull(contactDesk, "contactDesk");
        requireNonNull(contactHours, "contactHours");
    }
}
