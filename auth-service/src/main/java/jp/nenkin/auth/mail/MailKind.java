package jp.nenkin.auth.mail;

import jp.nenkin.kit.Text;

/** What auth-service writes about. None names a person, a member number or a login ID. */
public enum MailKind {
    /** To the new address: open the link to confirm it. */
    EMAIL_CONFIRMATION("/email-confirmation#", new Text("メールアドレスの確認", "Confirm your mail address"), new Text("""
                    企業年金ポータルにこのメールアドレスが登録されました。
                    24時間以内に下記のURLを開き、「確認する」を押してください。
                    お心当たりのない場合は、このメールを破棄してください。
                    """, """
                    This address was given to the pension portal.
                    If this was not you, please delete this mail.
                    Within 24 hours, please open this page and press "Confirm":
                    """)),
    /** To the address before: somebody asks for another. */
    EMAIL_CHANGE_REQUESTED(
            "/account",
            new Text("メールアドレスの変更を受け付けました", "A change of your mail address was requested"),
            new Text("""
                    企業年金ポータルのメールアドレスを変更する手続きがありました。
                    新しいアドレスが確認されるまで、お知らせはこのアドレスに届きます。
                    お心当たりのない場合は、すぐにログインし、パスワードを変更してください。
                    """, """
                    Another mail address was given to the pension portal for your account.
                    Until it is confirmed, mail goes on to this address.
                    If this was not you, please sign in at once and change your password.
                    """)),
    /** To the address before: another holds now. */
    EMAIL_CHANGED("/account", new Text("メールアドレスが変更されました", "Your mail address was changed"), new Text("""
                    企業年金ポータルのメールアドレスが変更されました。今後のお知らせは新しいアドレスに届きます。
                    お心当たりのない場合は、すぐに基金へご連絡ください。
                    """, """
                    The mail address of your account in the pension portal was changed.
                    From now on mail goes to the new one.
                    If this was not you, please tell the fund at once.
                    """)),
    /** The employer has corrected the birth date: registration can go on. */
    BIRTH_DATE_CORRECTED(
            "/registration", new Text("生年月日の確認が終わりました", "Your birth date was checked"), new Text("""
                    ご依頼いただいた生年月日の確認が終わり、記録が訂正されました。
                    下記のURLから、もう一度ログインIDの登録をお願いします。
                    """, """
                    The birth date that you asked to be checked has been corrected.
                    Please register your login ID again here:
                    """)),
    LOGIN_ID_RECOVERY("/login-id-recovery#", new Text("ログインIDの再登録", "Register a new login ID"), new Text("""
                    企業年金ポータルのログインIDを再登録する手続きがありました。
                    1時間以内に下記のURLを開き、新しいログインIDとパスワードを登録してください。
                    お心当たりのない場合は、このメールを破棄してください。今のログインIDはそのまま使えます。
                    """, """
                    A new login ID was asked for in the pension portal.
                    Within one hour, please open this page and choose a login ID and a password.
                    If this was not you, please delete this mail; your login ID stays as it is.
                    """)),
    PASSWORD_RECOVERY("/password-recovery#", new Text("パスワードの再設定", "Set a new password"), new Text("""
                    企業年金ポータルのパスワードを再設定する手続きがありました。
                    1時間以内に下記のURLを開き、新しいパスワードを設定してください。
                    お心当たりのない場合は、このメールを破棄してください。今のパスワードはそのまま使えます。
                    """, """
                    A new password was asked for in the pension portal.
                    Within one hour, please open this page and choose one.
                    If this was not you, please delete this mail; your password stays as it is.
                    """)),
    LOGIN_ID_REPLACED("/", new Text("ログインIDが再登録されました", "A new login ID was registered"), new Text("""
                    企業年金ポータルのログインIDが再登録され、以前のログインIDは使えなくなりました。
                    お心当たりのない場合は、すぐに基金へご連絡ください。
                    """, """
                    A new login ID was registered for you in the pension portal; the one before no longer works.
                    If this was not you, please tell the fund at once.
                    """)),
    PASSWORD_CHANGED("/", new Text("パスワードが変更されました", "Your password was changed"), new Text("""
                    企業年金ポータルのパスワードが変更されました。
                    お心当たりのない場合は、すぐに基金へご連絡ください。
                    """, """
                    The password of your account in the pension portal was changed.
                    If this was not you, please tell the fund at once.
                    """));

    private final String page;
    private final Text subject;
    private final Text body;

    MailKind(String page, Text subject, Text body) {
        this.page = page;
        this.subject = subject;
        this.body = body;
    }

    /** Where its link leads; after # comes what opens it, which no server's log has. */
    String page() {
        return page;
    }

    Text subject() {
        return subject;
    }

    Text body() {
        return body;
    }
}
