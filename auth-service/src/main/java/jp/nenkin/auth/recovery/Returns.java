package jp.nenkin.auth.recovery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jp.nenkin.auth.account.AccountProblem;
import jp.nenkin.auth.account.Accounts;
import jp.nenkin.auth.account.LoginAccount;
import jp.nenkin.auth.account.LoginId;
import jp.nenkin.auth.account.LoginIds;
import jp.nenkin.auth.account.PasswordRule;
import jp.nenkin.auth.account.Wanted;
import jp.nenkin.auth.edge.Sessions;
import jp.nenkin.auth.email.EmailProblem;
import jp.nenkin.auth.keycloak.KeycloakAway;
import jp.nenkin.auth.keycloak.KeycloakUsers;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.auth.limit.Limit;
import jp.nenkin.auth.limit.Limits;
import jp.nenkin.auth.secret.Secret;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;
import org.jboss.logging.Logger;

/** The way back itself, for who has a link or a code. */
@ApplicationScoped
class Returns {
    private static final Logger LOG = Logger.getLogger(Returns.class);

    private final RecoveryTable table;
    private final Limits limits;
    private final Accounts accounts;
    private final LoginIds loginIds;
    private final KeycloakUsers keycloak;
    private final Sessions sessions;
    private final TenantScope scope;
    private final Clock clock;

    Returns(
            RecoveryTable table,
            Limits limits,
            Accounts accounts,
            LoginIds loginIds,
            KeycloakUsers keycloak,
            Sessions sessions,
            TenantScope scope,
            Clock clock) {
        this.table = table;
        this.limits = limits;
        this.accounts = accounts;
        this.loginIds = loginIds;
        this.keycloak = keycloak;
        this.sessions = sessions;
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * A new login ID in place of the forgotten one, which ends. Asked again after a cut, it goes on.
     *
     * @throws Problem 410 {@code link-over}, and what {@link LoginIds} says
     */
    void replaceLoginId(Proof proof, LoginId loginId, String password) {
        Recovery recovery = opened(proof, Recovery.Kind.LOGIN_ID);
        PasswordRule.refusal(password, loginId.value()).ifPresent(Returns::refusePassword);
        LoginAccount account = account(recovery);
        boolean doneBefore = account.loginId().equalsIgnoreCase(loginId.value())
                && account.registeredAt().isAfter(recovery.openedAt());
        if (!doneBefore) {
            Wanted wanted = new Wanted(recovery.memberNumber(), loginId, null, null, account.id());
            Secret ticket = transaction(() -> loginIds.open(wanted)).ticket();
            var _ = loginIds.complete(ticket, password);
        }
        use(recovery);
    }

    /**
     * A new password; every session ends.
     *
     * @throws Problem 410 {@code link-over}, 400 for a password that does not pass, 503 when Keycloak is away
     */
    void replacePassword(Proof proof, String password) {
        Recovery recovery = opened(proof, Recovery.Kind.PASSWORD);
        LoginAccount account = account(recovery);
        PasswordRule.refusal(password, account.loginId()).ifPresent(Returns::refusePassword);
        try {
            if (keycloak.setPassword(Realm.MEMBER, account.keycloakId(), password)
                    != KeycloakUsers.PasswordChange.SET) {
                refusePassword(AccountProblem.PASSWORD_COMMON);
            }
            keycloak.releaseAndSignOut(Realm.MEMBER, account.keycloakId());
        } catch (KeycloakAway away) {
            LOG.warnf("Recovery %s waits for Keycloak: %s", recovery.id(), away.getMessage());
            throw Problem.of(KitProblem.UNAVAILABLE).retryAfter(LoginIds.TRY_AGAIN);
        }
        use(recovery);
        boolean _ = transaction(() -> {
            sessions.forgetAllOf(Realm.MEMBER, account.keycloakId());
            accounts.tellPasswordChanged(recovery.memberNumber());
            return true;
        });
    }

    private Recovery opened(Proof proof, Recovery.Kind kind) {
        List<Recovery.Kind> kinds = List.of(kind, Recovery.Kind.ANY);
        byte[] hash = switch (proof) {
            case Proof.Link(var token) ->
                Secret.read(token).orElseThrow(Returns::over).hash();
            case Proof.Letter(var memberNumber, var code) -> {
                // A code is short enough to be guessed, so each guess counts as a try.
                limits.count(Limit.IDENTITY, memberNumber);
                yield code.hash(memberNumber);
            }
        };
        return transaction(() -> table.openBy(hash, kinds, clock.instant())).orElseThrow(Returns::over);
    }

    private LoginAccount account(Recovery recovery) {
        return transaction(() -> accounts.of(recovery.memberNumber()))
                .filter(account -> !account.closed())
                .orElseThrow(Returns::over);
    }

    private void use(Recovery recovery) {
        boolean _ = transaction(() -> {
            table.used(recovery.id(), clock.instant());
            table.fulfil(recovery.memberNumber());
            return true;
        });
    }

    private static void refusePassword(AccountProblem problem) {
        throw Problem.of(KitProblem.INVALID).field("password", problem, Map.of());
    }

    private static Problem over() {
        return Problem.of(EmailProblem.LINK_OVER);
    }

    private <T> T transaction(Supplier<T> work) {
        return scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(work::get));
    }
}
