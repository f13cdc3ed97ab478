package jp.nenkin.auth.edge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.auth.secret.Seal;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.auth.secret.Secrets;
import jp.nenkin.kit.TenantScope;

/** The sessions of browsers, asked of the database each time: what one instance ends is over on all. */
@ApplicationScoped
public class Sessions {
    private static final int TURNS = 64;

    private final SessionTable table;
    private final Secrets secrets;
    private final KeycloakSessions keycloak;
    private final TenantScope scope;
    private final Clock clock;
    // Calls of one page come at once. Those that wait for a refresh here hold no connection meanwhile.
    private final List<Lock> turns =
            Stream.<Lock>generate(ReentrantLock::new).limit(TURNS).toList();

    Sessions(SessionTable table, Secrets secrets, KeycloakSessions keycloak, TenantScope scope, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.keycloak = keycloak;
        this.scope = scope;
        this.clock = clock;
    }

    /** Begins a session for somebody who has just signed in. */
    Secret begin(Person person, String keycloakSession, Tokens tokens) {
        Secret id = secrets.draw();
        Session session = Session.begun(person, keycloakSession, secrets.draw().value(), clock.instant());
        byte[] hash = id.hash();
        transaction(() -> {
            table.insert(new SessionTable.Kept(session, hash, close(tokens, hash), tokens.accessEndsAt()));
            return hash;
        });
        return id;
    }

    /** The session in force; asking does not prolong it. */
    Optional<Session> find(Secret id) {
        return transaction(() -> table.find(id.hash()))
                .map(SessionTable.Kept::session)
                .filter(session -> !session.over(clock.instant()));
    }

    /**
     * Opens the session for a call, and renews its tokens when they end soon.
     *
     * @param byPerson whether somebody did something, which prolongs the session; what a page repeats does not
     * @throws KeycloakSessions.Away if the tokens are no longer good and cannot be renewed now
     */
    Access open(Secret id, boolean byPerson) {
        byte[] hash = id.hash();
        Access access = transaction(() -> open(hash, byPerson));
        return access instanceof Access.Granted granted && granted.tokens().due(clock.instant())
                ? renewed(hash)
                : access;
    }

    /** Ends this session and the one in Keycloak behind it. */
    void end(Secret id) {
        transaction(() -> table.delete(id.hash())).ifPresent(this::endInKeycloak);
    }

    /** Ends all sessions of this person, in whichever browser. */
    void endAllOf(Person person) {
        transaction(() -> table.deleteAllOf(person.realm(), person.subject())).forEach(this::endInKeycloak);
    }

    /** Ends all sessions of somebody, within the caller's transaction; Keycloak's end by a change there. */
    public void forgetAllOf(Realm realm, String subject) {
        table.deleteAllOf(realm, subject);
    }

    /** A browser has one session: what it had before goes, and in Keycloak too unless the new one stands on it. */
    void replace(Secret former, String keycloakSession) {
        transaction(() -> table.delete(former.hash()))
                .filter(kept -> !kept.session().keycloakSession().equals(keycloakSession))
                .ifPresent(this::endInKeycloak);
    }

    int forgetOver() {
        return transaction(() -> table.deleteOver(clock.instant()));
    }

    private Access open(byte[] hash, boolean byPerson) {
        Instant now = clock.instant();
        Optional<SessionTable.Kept> kept = table.find(hash);
        if (kept.isEmpty() || kept.get().session().over(now)) {
            return new Access.Missing();
        }
        if (byPerson && kept.get().session().useWorthNoting(now)) {
            table.use(hash, now);
        }
        return opened(kept.get());
    }

    private Access renewed(byte[] hash) {
        Lock turn = turns.get(Math.floorMod(Arrays.hashCode(hash), TURNS));
        turn.lock();
        try {
            return transaction(() -> table.lock(hash).map(this::renewed).orElseGet(Access.Missing::new));
        } finally {
            turn.unlock();
        }
    }

    /** The row is held: of all instances this one alone asks Keycloak, which takes each refresh token once. */
    private Access renewed(SessionTable.Kept kept) {
        Instant now = clock.instant();
        Access access = opened(kept);
        if (!(access instanceof Access.Granted granted) || !granted.tokens().due(now)) {
            return access;
        }
        try {
            Optional<Tokens> fresh = keycloak.refresh(granted.session().person().realm(), granted.tokens());
            if (fresh.isEmpty()) {
                table.delete(kept.idHash());
                return new Access.Missing();
            }
            table.renew(
                    kept.idHash(),
                    close(fresh.get(), kept.idHash()),
                    fresh.get().accessEndsAt());
            return new Access.Granted(granted.session(), fresh.get());
        } catch (KeycloakSessions.Away away) {
            if (granted.tokens().usable(now)) {
                return granted;
            }
            throw away;
        }
    }

    private Access opened(SessionTable.Kept kept) {
        try {
            return new Access.Granted(kept.session(), tokens(kept));
        } catch (Seal.Broken otherKey) {
            // The key was changed: nobody can use this session any more, and it goes when it has lain idle.
            return new Access.Missing();
        }
    }

    private void endInKeycloak(SessionTable.Kept kept) {
        if (opened(kept) instanceof Access.Granted granted) {
            keycloak.end(granted.session().person().realm(), granted.tokens());
        }
    }

    private Tokens tokens(SessionTable.Kept kept) {
        return Tokens.read(secrets.seal().open(kept.tokens(), kept.idHash()), kept.tokenEndsAt());
    }

    private byte[] close(Tokens tokens, byte[] hash) {
        return secrets.seal().close(tokens.written(), hash);
    }

    private <T> T transaction(Supplier<T> work) {
        return scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(work::get));
    }
}
