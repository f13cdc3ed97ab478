package jp.nenkin.notice.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/** What a document's HTTP headers say of it. */
final class DocumentHeaders {
    private DocumentHeaders() {}

    /** The same for the same bytes. */
    static String tag(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("Every Java has SHA-256", fault);
        }
    }

    /** Shown in the browser, and kept under its Japanese name (RFC 6266) or, by those who cannot read that, another. */
    static String inline(String fileName, LocalDate asOf) {
        return "inline; filename=\"balance-notice_%s.pdf\"; filename*=UTF-8''%s"
                .formatted(asOf, URLEncoder.encode(fileName, UTF_8));
    }
}
