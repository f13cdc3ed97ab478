package jp.nenkin.auth.email;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.auth.contact.Contacts;
import jp.nenkin.auth.mail.Delivery;
import jp.nenkin.auth.mail.MailKind;
import jp.nenkin.auth.mail.Mails;
import jp.nenkin.auth.mail.Mails.Addressee;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.auth.secret.Secrets;
import jp.nenkin.events.EmailVerified;
import jp.nenkin.events.MemberContact;
import jp.nenkin.kit.Outbox;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;
import org.jspecify.annotations.Nullable;

/** Members' addresses: one holds, which is confirmed, and one may wait for its confirmation. */
@ApplicationScoped
public class Emails {
    private static final Duration LINK_LIFE = Duration.ofHours(24);

    private final EmailChangeTable table;
    private final Contacts contacts;
    private final Mails mails;
    private final Secrets secrets;
    private final Outbox outbox;
    private final TenantScope scope;
    private final Clock clock;

    Emails(
            EmailChangeTable table,
            Contacts contacts,
            Mails mails,
            Secrets secrets,
            Outbox outbox,
            TenantScope scope,
            Clock clock) {
        this.table = table;
        this.contacts = contacts;
        this.mails = mails;
        this.secrets = secrets;
        this.outbox = outbox;
        this.scope = scope;
        this.clock = clock;
    }

    /** An address, and what became of the mail with the link if it waits for that. */
    public record Held(
            String address, boolean confirmed, @Nullable Delivery delivery) {
        /** Without the address. */
        @Override
        public String toString() {
            return "Held";
        }
    }

    /** What is held of a member: what holds, and what waits. */
    public record Both(Optional<Held> current, Optional<Held> waiting) {}

    /**
     * Takes an address that holds once it is confirmed, within the caller's transaction; the address before is
     * told.
     *
     * @return the mail with the link
     */
    public UUID give(String memberNumber, Addressee to) {
        contacts.of(memberNumber)
                .filter(before -> !before.email().equals(to.address()))
                .ifPresent(before -> mails.queue(MailKind.EMAIL_CHANGE_REQUESTED, addressee(before)));
        return send(memberNumber, to);
    }

    /**
     * Sends the link again, within the caller's transaction; the one before opens nothing any more.
     *
     * @throws Problem 409 {@code nothing-to-confirm}
     */
    void sendAgain(String memberNumber) {
        EmailChange waiting = table.of(memberNumber).orElseThrow(() -> Problem.of(EmailProblem.NOTHING_TO_CONFIRM));
        UUID _ = send(memberNumber, waiting.to());
    }

    /**
     * The address holds from now on: who opened the link reads what is sent there.
     *
     * @throws Problem 410 {@code link-over} if it was never sent, is used or is past its time
     */
    void confirm(@Nullable String token) {
        byte[] hash = Secret.read(token).orElseThrow(Emails::over).hash();
        scope.asSystem(() -> QuarkusTransaction.disallowingExisting().run(() -> {
            EmailChange change = table.find(hash)
                    .filter(found -> clock.instant().isBefore(found.expiresAt()))
                    .orElseThrow(Emails::over);
            contacts.oneAtATime(change.memberNumber());
            if (!table.take(hash)) {
                throw over();
            }
            hold(change);
        }));
    }

    public Both of(String memberNumber) {
        Optional<Held> current = contacts.of(memberNumber).map(contact -> new Held(contact.email(), true, null));
        Optional<Held> waiting = table.of(memberNumber)
                .map(change -> new Held(change.to().address(), false, mails.delivery(change.mail())));
        return new Both(current, waiting);
    }

    /** Of people who are erased. */
    public void erase(List<String> numbers) {
        table.erase(numbers);
    }

    public static Addressee addressee(MemberContact contact) {
        return new Addressee(contact.email(), contact.language());
    }

    private void hold(EmailChange change) {
        Optional<MemberContact> before = contacts.of(change.memberNumber());
        before.filter(former -> !former.email().equals(change.to().address()))
                .ifPresent(former -> mails.queue(MailKind.EMAIL_CHANGED, addressee(former)));
        MemberContact contact = new MemberContact(
                change.memberNumber(), change.to().address(), change.to().language());
        contacts.record(contact, "member/" + change.memberNumber());
        outbox.publish(List.of(new EmailVerified(change.memberNumber(), clock.instant())));
    }

    private UUID send(String memberNumber, Addressee to) {
        Secret opening = secrets.draw();
        UUID mail = mails.queue(MailKind.EMAIL_CONFIRMATION, to, opening);
        table.put(new EmailChange(memberNumber, to, mail, clock.instant().plus(LINK_LIFE)), opening.hash());
        return mail;
    }

    private static Problem over() {
        return Problem.of(EmailProblem.LINK_OVER);
    }
}
