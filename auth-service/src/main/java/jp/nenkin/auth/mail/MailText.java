package jp.nenkin.auth.mail;

import java.net.URI;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Text;
import jp.nenkin.mail.MailContent;

/** A mail as it is written. */
final class MailText {
    private static final Text FROM = new Text("【企業年金ポータル】", "[Pension portal] ");
    private static final Text FOOT =
            new Text("※このメールは送信専用です。ご返信いただいてもお答えできません。", "This address only sends mail; replies are not read.");

    private MailText() {}

    /**
     * Writes it.
     *
     * @param opening what stands behind # in the link; empty where it opens nothing
     */
    static MailContent of(MailKind kind, String to, Language language, URI portal, String opening) {
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
        return new MailContent(to, language, FROM.in(language) + kind.subject().in(language), body);
    }
}
