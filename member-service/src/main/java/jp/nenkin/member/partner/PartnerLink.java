package jp.nenkin.member.partner;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A link to a partner's service.
 *
 * @param url with https, to a named host and for nobody in particular
 * @param from the first day it is shown, or null for always
 * @param until the last day it is shown, or null for ever
 */
record PartnerLink(
        String titleJapanese,
        String titleEnglish,
        String url,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    PartnerLink {
        if (!leadsToHost(url)) {
            throw new IllegalArgumentException("Not a link to a host with https");
        }
    }

    /** Whether an address is one with https and a host, and without a name or password in front of it. */
    static boolean leadsToHost(String url) {
        try {
            URI uri = new URI(url);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    boolean isShownOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
