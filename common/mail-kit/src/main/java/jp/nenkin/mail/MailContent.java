package jp.nenkin.mail;

import jp.nenkin.kit.Language;

/** What a mail says, in which language, and to which address. */
public record MailContent(String to, Language language, String subject, String body) {
    /** Without what is personal or secret in it. */
    @Override
    public String toString() {
        return "MailContent";
    }
}
