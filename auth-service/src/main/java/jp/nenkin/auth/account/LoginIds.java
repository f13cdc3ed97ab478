package jp.nenkin.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.nenkin.auth.keycloak.Creation;
import jp.nenkin.auth.keycloak.KeycloakAway;
import jp.nenkin.auth.keycloak.KeycloakUsers;
import jp.nenkin.auth.keycloak.KnownUser;
import jp.nenkin.auth.keycloak.NewUser;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.auth.people.KnownPerson;
import jp.nenkin.auth.people.People;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.auth.secret.Secrets;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;
import org.jboss.logging.Logger;

/**
 * From a matched identity to a registered login ID, in three steps of which each is whole: the draft is committed, then
 * Keycloak knows the person, then the account is committed. Whatever ends in between, the same request goes on, or
 * {@link DraftJob} does.
 */
@ApplicationScoped
public class LoginIds {
    private static final Logger LOG = Logger.getLogger(LoginIds.class);
    private static final Duration DRAFT_LIFE = Duration.ofMinutes(30);
    /** When to try again what Keycloak gave no answer to. */
    public static final Duration TRY_AGAIN = Duration.ofSeconds(5);

    private static final String ROLE = "member";

    private final LoginAccountTable table;
    private final Accounts accounts;
    private final KeycloakUsers keycloak;
    private final People people;
    private final Secrets secrets;
    private final Ids ids;
    private final TenantScope scope;
    private final Clock clock;

    LoginIds(
            LoginAccountTable table,
            Accounts accounts,
            KeycloakUsers keycloak,
            People people,
            Secrets secrets,
            Ids ids,
            TenantScope scope,
            Clock clock) {
        this.table = table;
        this.accounts = accounts;
        this.keycloak = keycloak;
        this.people = people;
        this.secrets = secrets;
        this.ids = ids;
        this.scope = scope;
        this.clock = clock;
    }

    /** A draft that was opened, and what completes it. */
    public record Opened(Draft draft, Secret ticket) {}

    /**
     * Reserves a login ID for a member, in place of what he reserved before; within the caller's transaction of the
     * system.
     *
     * @param wanted what the draft is to hold; its id and its end are set here
     * @throws Problem 409 {@code login-id-taken}, {@code already-registered}, {@code registration-in-progress}
     */
    public Opened open(Wanted wanted) {
        table.lock(wanted.memberNumber());
        Instant now = clock.instant();
        if (table.registered(wanted.memberNumber())
                .map(LoginAccount::id)
                .map(id -> !id.equals(wanted.replaces()))
                .orElse(false)) {
            throw Problem.of(AccountProblem.ALREADY_REGISTERED);
        }
        Optional<Draft> before = table.draftOf(wanted.memberNumber());
        Secret ticket = secrets.draw();
        if (before.filter(wanted::isOf).isPresent()) {
            // The same again, as after a cut: what was begun goes on under the new ticket.
            Draft draft = wanted.draft(before.get().id(), now.plus(DRAFT_LIFE));
            table.goOn(draft, ticket.hash());
            return new Opened(draft, ticket);
        }
        before.ifPresent(this::makeRoom);
        table.dropOver(now);
        Draft draft = wanted.draft(ids.next(), now.plus(DRAFT_LIFE));
        if (!table.insert(draft, ticket.hash(), now)) {
            throw Problem.of(AccountProblem.LOGIN_ID_TAKEN);
        }
        return new Opened(draft, ticket);
    }

    /**
     * Makes an account of a draft, outside any transaction. Asked again after it was done, it gives the same answer.
     *
     * @throws Problem 410 {@code registration-over}, 400 for a password that does not pass, 409 {@code login-id-taken},
     *     503 when Keycloak is away, which loses nothing
     */
    public Completion.Registered complete(Secret ticket, String password) {
        Optional<LoginAccount> done = transaction(() -> table.registeredByTicket(ticket.hash()));
        if (done.isPresent()) {
            return new Completion.Registered(
                    done.get().memberNumber(), done.get().loginId());
        }
        Draft draft = transaction(() -> submit(ticket));
        PasswordRule.refusal(password, draft.loginId()).ifPresent(refusal -> {
            boolean _ = transaction(() -> takeBack(draft));
            throw invalid(refusal);
        });
        try {
            return switch (finish(draft, known(draft, password))) {
                case Completion.Registered registered -> registered;
                case Completion.Over() -> throw over();
            };
        } catch (KeycloakAway away) {
            LOG.warnf("Draft %s waits for Keycloak: %s", draft.id(), away.getMessage());
            throw Problem.of(KitProblem.UNAVAILABLE).retryAfter(TRY_AGAIN);
        }
    }

    /** Finishes or gives up what was left between Keycloak's answer and ours. */
    void goOn(Draft draft) {
        Optional<KnownUser> user = keycloak.find(Realm.MEMBER, draft.loginId()).filter(known -> isOf(known, draft));
        if (user.isPresent()) {
            keycloak.giveRole(Realm.MEMBER, user.get().id(), ROLE);
            Completion _ = finish(draft, user.get().id());
        } else {
            boolean _ = transaction(() -> takeBack(draft));
        }
    }

    private void makeRoom(Draft before) {
        if (before.submittedAt() != null) {
            throw Problem.of(AccountProblem.REGISTRATION_IN_PROGRESS).retryAfter(DraftJob.AFTER);
        }
        table.drop(before.id());
    }

    private Draft submit(Secret ticket) {
        Instant now = clock.instant();
        Draft draft = table.draftByTicket(ticket.hash())
                .filter(found -> !found.over(now))
                .filter(found -> people.find(found.memberNumber())
                        .filter(KnownPerson::mayRegister)
                        .isPresent())
                .orElseThrow(LoginIds::over);
        table.lock(draft.memberNumber());
        table.submitted(draft.id(), now);
        return draft;
    }

    private boolean takeBack(Draft draft) {
        table.lock(draft.memberNumber());
        table.submitted(draft.id(), null);
        return true;
    }

    /** Keycloak's id of the person, whom it may know from a request that was cut off. */
    private String known(Draft draft, String password) {
        return switch (keycloak.create(Realm.MEMBER, newUser(draft, password))) {
            case Creation.Created(var id) -> id;
            case Creation.Taken() -> taken(draft, password);
            case Creation.PasswordRefused() -> throw passwordRefused(draft);
        };
    }

    private String taken(Draft draft, String password) {
        KnownUser user = keycloak.find(Realm.MEMBER, draft.loginId())
                .filter(known -> isOf(known, draft))
                .orElseThrow(() -> takenByAnother(draft));
        // Known from a request that was cut off: the one used before is the one that came with it.
        if (keycloak.setPassword(Realm.MEMBER, user.id(), password) == KeycloakUsers.PasswordChange.REFUSED) {
            throw passwordRefused(draft);
        }
        keycloak.giveRole(Realm.MEMBER, user.id(), ROLE);
        return user.id();
    }

    private Problem takenByAnother(Draft draft) {
        boolean _ = transaction(() -> {
            table.lock(draft.memberNumber());
            table.drop(draft.id());
            return true;
        });
        return Problem.of(AccountProblem.LOGIN_ID_TAKEN);
    }

    private Problem passwordRefused(Draft draft) {
        boolean _ = transaction(() -> takeBack(draft));
        return invalid(AccountProblem.PASSWORD_COMMON);
    }

    private Completion finish(Draft draft, String keycloakId) {
        return transaction(() -> accounts.register(draft, keycloakId));
    }

    private NewUser newUser(Draft draft, String password) {
        KnownPerson person =
                transaction(() -> people.find(draft.memberNumber())).orElseThrow();
        Map<String, String> attributes = Map.of(
                "memberNumber", person.number(), "birthDate", person.birthDate().toString());
        return new NewUser(draft.loginId(), true, attributes, ROLE, password, Set.of());
    }

    /** One member has one login ID, so whoever bears both numbers is the one of this draft. */
    private static boolean isOf(KnownUser user, Draft draft) {
        return draft.memberNumber().equals(user.attributes().get("memberNumber"));
    }

    /** What is said of a draft that is none any more. */
    public static Problem over() {
        return Problem.of(AccountProblem.REGISTRATION_OVER);
    }

    private static Problem invalid(AccountProblem problem) {
        return Problem.of(KitProblem.INVALID).field("password", problem, Map.of());
    }

    private <T> T transaction(Supplier<T> work) {
        return scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(work::get));
    }
}
