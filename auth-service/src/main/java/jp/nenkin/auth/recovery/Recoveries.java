package jp.nenkin.auth.recovery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import jp.nenkin.auth.account.Accounts;
import jp.nenkin.auth.account.LoginAccount;
import jp.nenkin.auth.contact.Contacts;
import jp.nenkin.auth.email.Emails;
import jp.nenkin.auth.limit.Limit;
import jp.nenkin.auth.limit.Limits;
import jp.nenkin.auth.mail.MailKind;
import jp.nenkin.auth.mail.Mails;
import jp.nenkin.auth.people.Identities;
import jp.nenkin.auth.people.KnownPerson;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.auth.secret.Secrets;
import jp.nenkin.events.MemberContact;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a way back, and what is sent for them: a link to the address that holds, and where there is none a letter,
 * since an employer's clerk knows number and birth date too.
 */
@ApplicationScoped
class Recoveries {
    private static final Duration LINK_LIFE = Duration.ofHours(1);
    private static final Duration CODE_LIFE = Duration.ofDays(14);

    private final AskTable asks;
    private final RecoveryTable table;
    private final Identities identities;
    private final Limits limits;
    private final Accounts accounts;
    private final Contacts contacts;
    private final Mails mails;
    private final Secrets secrets;
    private final Ids ids;
    private final TenantScope scope;
    private final Clock clock;

    Recoveries(
            AskTable asks,
            RecoveryTable table,
            Identities identities,
            Limits limits,
            Accounts accounts,
            Contacts contacts,
            Mails mails,
            Secrets secrets,
            Ids ids,
            TenantScope scope,
            Clock clock) {
        this.asks = asks;
        this.table = table;
        this.identities = identities;
        this.limits = limits;
        this.accounts = accounts;
        this.contacts = contacts;
        this.mails = mails;
        this.secrets = secrets;
        this.ids = ids;
        this.scope = scope;
        this.clock = clock;
    }

    /** By number and birth date; outside any transaction, and the same whatever comes of it. */
    void ask(Recovery.Kind kind, String memberNumber, LocalDate birthDate) {
        Optional<KnownPerson> matched = identities.match(memberNumber, birthDate);
        note(kind, matched.map(KnownPerson::number).orElse(null));
    }

    /** By login ID, counted by itself: a count shared with the number would tell which of them belong together. */
    void ask(Recovery.Kind kind, String loginId) {
        limits.count(Limit.IDENTITY, "id/" + loginId.toLowerCase(Locale.ROOT));
        Optional<LoginAccount> named = transaction(() -> accounts.named(loginId));
        note(kind, named.map(LoginAccount::memberNumber).orElse(null));
    }

    /** Sends what the next ask is to bring; false when none waits. */
    boolean sendNext() {
        return transaction(() -> {
            Optional<Ask> ask = asks.take();
            ask.flatMap(asked -> accounts.of(asked.memberNumber()).filter(account -> !account.closed()))
                    .ifPresent(account -> send(ask.orElseThrow()));
            return ask.isPresent();
        });
    }

    /**
     * A new code for a letter or for who stands before the officer, in place of the one before; within the caller's
     * transaction.
     *
     * @throws Problem 409 {@code no-login-id}
     */
    Issued issue(String memberNumber, String officer) {
        if (accounts.of(memberNumber).isEmpty()) {
            throw Problem.of(RecoveryProblem.NO_LOGIN_ID);
        }
        LetterCode code = new LetterCode(secrets.draw(LetterCode.ALPHABET, LetterCode.SIGNS));
        Instant now = clock.instant();
        Instant end = now.plus(CODE_LIFE);
        Recovery recovery = new Recovery(ids.next(), memberNumber, now);
        table.insert(new RecoveryTable.New(recovery, Recovery.Kind.ANY, code.hash(memberNumber), end, officer));
        table.fulfil(memberNumber);
        return new Issued(code, end);
    }

    /** A code, and until when it opens something. */
    record Issued(LetterCode code, Instant expiresAt) {}

    List<RecoveryTable.Request> requests(int most) {
        return table.requests(most);
    }

    private void note(Recovery.Kind kind, @Nullable String memberNumber) {
        boolean _ = transaction(() -> {
            asks.insert(ids.next(), memberNumber, kind, clock.instant());
            return true;
        });
    }

    private void send(Ask ask) {
        Optional<MemberContact> contact = contacts.of(ask.memberNumber());
        if (contact.isEmpty()) {
            table.request(ask.memberNumber(), clock.instant());
        } else if (limits.within(Limit.MAIL, "recovery/" + ask.memberNumber())) {
            sendLink(ask, Emails.addressee(contact.get()));
        }
    }

    private void sendLink(Ask ask, Mails.Addressee to) {
        Secret opening = secrets.draw();
        Instant now = clock.instant();
        Recovery recovery = new Recovery(ids.next(), ask.memberNumber(), now);
        table.insert(new RecoveryTable.New(recovery, ask.kind(), opening.hash(), now.plus(LINK_LIFE), "mail"));
        mails.queue(
                switch (ask.kind()) {
                    case LOGIN_ID -> MailKind.LOGIN_ID_RECOVERY;
                    case PASSWORD, ANY -> MailKind.PASSWORD_RECOVERY;
                },
                to,
                opening);
    }

    private <T> T transaction(Supplier<T> work) {
        return scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(work::get));
    }
}
