package jp.nenkin.auth.mail;

import java.net.URI;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Text;
import jp.nenkin.mail.MailContent;

/**
 * A mail as it is written.
 *
 * @param portal where its link leads
 */
record MailText(MailKind kind, URI portal) {
    private static final Text FROM = new Text("【企業年金ポータル】", "[Pension portal] ");
    private static final Text FOOT =
            new Text("※このメールは送信専用です。ご返信いただいてもお答えできません。", "This address only sends mail; replies are not read.");

    /**
     * Writes it.
     *
     * @param opening what stands behind # in the link; empty where it opens nothing
     */
    MailContent to(String address, Language language, String opening) {
        String body = """
                %s
                %s%s%s

                %s
                """.formatted(
                        kind.body().in(language),
                        portal.toString().replaceAll("/$", ""),
                        kind.page(),
                        opening,
                        FOOT.in(language));
        return new MailContent(
                address, language, FROM.in(language) + kind.subject().in(language), body);
    }
}
