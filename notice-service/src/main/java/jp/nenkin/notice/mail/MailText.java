package jp.nenkin.notice.mail;

import java.net.URI;
import java.util.Map;
import jp.nenkin.kit.Language;
import jp.nenkin.kit.Text;
import jp.nenkin.mail.MailContent;

/** What every mail says: that a message waits, and where. Nothing of the message, and nothing of the member. */
final class MailText {
    private static final Text SUBJECT =
            new Text("【企業年金ポータル】お知らせBOXに新着メッセージがあります", "[Pension portal] A new message is in your inbox");
    private static final Text BODY = new Text("""
            企業年金ポータルのお知らせBOXに新着メッセージがあります。
            下記の企業年金ポータルにログインし、お知らせBOXをご確認ください。

            {portal}

            ※このメールは送信専用です。ご返信いただいてもお答えできません。
            ※お心当たりのない場合は、お手数ですがこのメールを破棄してください。
            """, """
            A new message is in your inbox of the pension portal.
            Please sign in to the portal and open your inbox:

            {portal}

            This address only sends mail; replies are not read.
            If you did not expect this mail, please delete it.
            """);

    private MailText() {}

    static MailContent to(String address, Language language, URI portal) {
        return new MailContent(address, language, SUBJECT.in(language), BODY.in(language, Map.of("portal", portal)));
    }
}
