package jp.nenkin.auth.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.auth.contact.Contacts;
import jp.nenkin.auth.edge.Sessions;
import jp.nenkin.auth.email.Emails;
import jp.nenkin.auth.keycloak.Change;
import jp.nenkin.auth.keycloak.KeycloakChanges;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.auth.mail.MailKind;
import jp.nenkin.auth.mail.Mails;
import jp.nenkin.events.LoginIdRegistered;
import jp.nenkin.events.LoginIdReplaced;
import jp.nenkin.kit.Outbox;
import org.jspecify.annotations.Nullable;

/** Login IDs that are registered, and what facts make of them; all within the caller's transaction of the system. */
@ApplicationScoped
public class Accounts {
    private final LoginAccountTable table;
    private final KeycloakChanges changes;
    private final Sessions sessions;
    private final Emails emails;
    private final Contacts contacts;
    private final Mails mails;
    private final Outbox outbox;
    private final Clock clock;

    Accounts(
            LoginAccountTable table,
            KeycloakChanges changes,
            Sessions sessions,
            Emails emails,
            Contacts contacts,
            Mails mails,
            Outbox outbox,
            Clock clock) {
        this.table = table;
        this.changes = changes;
        this.sessions = sessions;
        this.emails = emails;
        this.contacts = contacts;
        this.mails = mails;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Optional<LoginAccount> of(String memberNumber) {
        return table.registered(memberNumber);
    }

    public Optional<LoginAccount> named(String loginId) {
        return table.named(loginId);
    }

    /** The draft is an account now; told once, however often it is asked for. */
    Completion register(Draft draft, String keycloakId) {
        table.lock(draft.memberNumber());
        if (table.draft(draft.id()).isEmpty()) {
            return registeredBefore(draft, keycloakId);
        }
        Instant now = clock.instant();
        @Nullable UUID replaced = draft.replaces();
        if (replaced != null) {
            replace(draft, replaced, now);
        }
        table.register(draft.id(), keycloakId, now);
        outbox.publish(List.of(
                replaced == null
                        ? new LoginIdRegistered(draft.memberNumber(), now, draft.email() != null)
                        : new LoginIdReplaced(draft.memberNumber(), now)));
        Optional.ofNullable(draft.email()).ifPresent(email -> {
            UUID _ = emails.give(draft.memberNumber(), email);
        });
        return new Completion.Registered(draft.memberNumber(), draft.loginId());
    }

    /** By another request, unless the draft was given up meanwhile: then Keycloak is not to know him either. */
    private Completion registeredBefore(Draft draft, String keycloakId) {
        if (table.registered(draft.memberNumber())
                .filter(account -> account.id().equals(draft.id()))
                .isPresent()) {
            return new Completion.Registered(draft.memberNumber(), draft.loginId());
        }
        changes.leave(Realm.MEMBER, keycloakId, new Change.Removed(), "draft given up " + draft.id());
        return new Completion.Over();
    }

    /** The account before ends, and the address that holds is told. */
    private void replace(Draft draft, UUID replaced, Instant now) {
        table.registered(draft.memberNumber()).ifPresent(before -> {
            table.end(replaced, now);
            end(before, new Change.Removed(), "LoginIdReplaced " + draft.id());
        });
        contacts.of(draft.memberNumber())
                .ifPresent(contact -> mails.queue(MailKind.LOGIN_ID_REPLACED, Emails.addressee(contact)));
    }

    /** Writes to the address that holds. */
    public void tellPasswordChanged(String memberNumber) {
        contacts.of(memberNumber)
                .ifPresent(contact -> mails.queue(MailKind.PASSWORD_CHANGED, Emails.addressee(contact)));
    }

    /** The fund has another birth date of him now, which he signs in with from then on. */
    public void birthDateChanged(String memberNumber, LocalDate birthDate) {
        table.registered(memberNumber)
                .ifPresent(account -> changes.leave(
                        Realm.MEMBER, account.keycloakId(), new Change.BirthDate(birthDate), "MemberProfile"));
    }

    /** Opened or closed, as the member lives or has died; a loss of membership alone changes nothing. */
    public void lives(String memberNumber, boolean alive) {
        table.registered(memberNumber)
                .filter(account -> account.closed() == alive)
                .ifPresent(account -> {
                    table.closed(account.id(), alive ? null : clock.instant());
                    if (alive) {
                        changes.leave(Realm.MEMBER, account.keycloakId(), new Change.Enabled(), "death taken back");
                    } else {
                        end(account, new Change.Disabled(), "death");
                    }
                });
    }

    /** Nothing of him stays. */
    public void erase(String memberNumber) {
        table.registered(memberNumber).ifPresent(account -> end(account, new Change.Removed(), "erasure"));
        table.erase(memberNumber);
    }

    private void end(LoginAccount account, Change change, String cause) {
        sessions.forgetAllOf(Realm.MEMBER, account.keycloakId());
        changes.leave(Realm.MEMBER, account.keycloakId(), change, cause);
    }
}
