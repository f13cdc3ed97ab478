package jp.nenkin.auth.user;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.nenkin.auth.keycloak.Creation;
import jp.nenkin.auth.keycloak.KeycloakAway;
import jp.nenkin.auth.keycloak.KeycloakChanges;
import jp.nenkin.auth.keycloak.KeycloakUsers;
import jp.nenkin.auth.keycloak.KnownUser;
import jp.nenkin.auth.keycloak.NewUser;
import jp.nenkin.auth.keycloak.Realm;
import jp.nenkin.auth.secret.Secrets;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Makes users: the login ID is reserved, Keycloak made to know him, then he counts. Whoever is killed in between leaves
 * a reservation that nobody sees, and the same request goes on from there, since Keycloak's user bears its id.
 */
@ApplicationScoped
class NewUsers {
    /** Keycloak's attribute with the id of the row that its user was made for. */
    private static final String MADE_FOR = "userId";
    // None that is mistaken for another on paper.
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 20;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final UserTable table;
    private final KeycloakUsers keycloak;
    private final KeycloakChanges changes;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;

    NewUsers(UserTable table, KeycloakUsers keycloak, KeycloakChanges changes, Secrets secrets, Ids ids, Clock clock) {
        this.table = table;
        this.keycloak = keycloak;
        this.changes = changes;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A user who was made.
     *
     * @param oneTimePassword of an officer, kept nowhere; null for employers' users, who sign in with certificates
     */
    record Made(User user, @Nullable String oneTimePassword) {
        @Override
        public String toString() {
            return "Made " + user.id();
        }
    }

    /**
     * Makes a user within the caller's transaction, which holds the login ID until its end.
     *
     * @throws Problem 409 by the rules, 503 while Keycloak is away: then nobody was made
     */
    Made make(Wish wish, String by) {
        Party party = wish.party();
        table.takeTurn(party.realm().label() + " " + wish.loginId());
        UserRules.refusalToMake(party, wish.roles(), table.of(party)).ifPresent(NewUsers::refuse);
        UUID id = QuarkusTransaction.requiringNew().call(() -> reserved(wish));
        @Nullable
        String password = switch (party) {
            case Party.Fund() -> secrets.draw(ALPHABET, PASSWORD_LENGTH);
            case Party.Establishment _, Party.Consultant _ -> null;
        };
        String keycloakId = keycloakId(id, wish, password);
        table.known(id, keycloakId);
        UserVersion first = UserVersion.first(wish, clock.instant(), by);
        table.add(id, first);
        changes.leave(party.realm(), keycloakId, Users.roles(party, wish.roles()), "user " + id + " 1");
        return new Made(new User(id, party, wish.loginId(), wish.name(), keycloakId, List.of(first)), password);
    }

    private UUID reserved(Wish wish) {
        Optional<UserTable.Holder> holder = table.holder(wish);
        if (holder.isEmpty()) {
            UUID id = ids.next();
            table.reserve(id, wish);
            return id;
        }
        if (holder.get().keycloakId() != null) {
            throw Problem.of(UserProblem.LOGIN_ID_TAKEN);
        }
        table.wishAgain(holder.get().id(), wish);
        return holder.get().id();
    }

    private String keycloakId(UUID id, Wish wish, @Nullable String password) {
        // Without the transaction: the client would carry it to a thread of its own.
        Creation creation = QuarkusTransaction.suspendingExisting()
                .call(() -> inKeycloak(id, wish, password))
                .orElseThrow(() -> Problem.of(KitProblem.UNAVAILABLE).retryAfter(WAIT));
        return switch (creation) {
            case Creation.Created(var keycloakId) -> keycloakId;
            case Creation.Taken() -> throw Problem.of(UserProblem.LOGIN_ID_TAKEN);
            case Creation.PasswordRefused() ->
                throw new IllegalStateException("Keycloak refuses what the rules here let pass: user " + id);
        };
    }

    /** What came of it; empty while Keycloak is away. */
    private Optional<Creation> inKeycloak(UUID id, Wish wish, @Nullable String password) {
        try {
            Creation creation = keycloak.create(wish.party().realm(), representation(id, wish, password));
            return Optional.of(creation instanceof Creation.Taken ? madeBefore(id, wish, password) : creation);
        } catch (KeycloakAway away) {
            return Optional.empty();
        }
    }

    /** Somebody else's, or what a request that broke off has left: then it is completed. */
    private Creation madeBefore(UUID id, Wish wish, @Nullable String password) {
        Realm realm = wish.party().realm();
        Optional<String> left = keycloak.find(realm, wish.loginId())
                .filter(known -> id.toString().equals(known.attributes().get(MADE_FOR)))
                .map(KnownUser::id);
        if (left.isPresent() && password != null) {
            keycloak.setOneTimePassword(realm, left.get(), password);
        }
        return left.<Creation>map(Creation.Created::new).orElseGet(Creation.Taken::new);
    }

    private static NewUser representation(UUID id, Wish wish, @Nullable String password) {
        Map<String, String> attributes = new HashMap<>(wish.party().attributes(wish.name()));
        attributes.put(MADE_FOR, id.toString());
        Set<String> actions = password == null ? Set.of() : Set.of("UPDATE_PASSWORD", "CONFIGURE_TOTP");
        // An officer waits for his approval, everybody else for his certificate.
        return new NewUser(wish.loginId(), false, attributes, wish.party().kind(), password, actions);
    }

    private static void refuse(UserProblem problem) {
        throw Problem.of(problem);
    }
}
