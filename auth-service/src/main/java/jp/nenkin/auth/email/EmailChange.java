package jp.nenkin.auth.email;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.auth.mail.Mails.Addressee;

/**
 * An address that a member gave and has not confirmed yet.
 *
 * @param mail the mail with the link
 * @param expiresAt when the link opens nothing any more
 */
record EmailChange(String memberNumber, Addressee to, UUID mail, Instant expiresAt) {}
