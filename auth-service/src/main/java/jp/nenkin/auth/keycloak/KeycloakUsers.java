package jp.nenkin.auth.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What is asked of Keycloak at once. Every call may throw {@link KeycloakAway}, and takes seconds at most. */
@ApplicationScoped
public class KeycloakUsers {
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int SIGN_INS = 100;

    private final AdminApi keycloak;

    KeycloakUsers(@RestClient AdminApi keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes Keycloak know somebody, who may sign in from then on. The role comes second: see {@link #giveRole}. */
    public Creation create(Realm realm, NewUser user) {
        return asked(() -> {
            try (Response response = answer(() -> keycloak.create(realm.label(), representation(user)))) {
                return switch (response.getStatus()) {
                    case CREATED -> created(realm, response.getLocation().getPath(), user.role());
                    case CONFLICT -> new Creation.Taken();
                    case BAD_REQUEST -> refused(response.readEntity(AdminApi.Refusal.class));
                    default -> throw new KeycloakAway("It answered " + response.getStatus(), null);
                };
            }
        });
    }

    private Creation created(Realm realm, String path, String role) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        giveRole(realm, id, role);
        return new Creation.Created(id);
    }

    /** The rest of what it holds to was checked before: what may be left is its list of well-known passwords. */
    private static Creation refused(AdminApi.Refusal refusal) {
        if (!refusal.ofPassword()) {
            throw new KeycloakAway("It does not take a user: " + refusal, null);
        }
        return new Creation.PasswordRefused();
    }

    /** Sees to it that he has a role of the realm; whoever goes on after a broken {@link #create} begins here. */
    public void giveRole(Realm realm, String id, String role) {
        boolean _ = asked(() -> {
            add(realm, id, Set.of(role));
            return true;
        });
    }

    /** By login ID, whichever case it is written in. */
    public Optional<KnownUser> find(Realm realm, String loginId) {
        return asked(() -> keycloak.search(realm.label(), loginId, true).stream()
                .findFirst()
                .map(KeycloakUsers::known));
    }

    /** What came of a new password. */
    public enum PasswordChange {
        SET,
        /** It is one of his last, or the one that he has. */
        USED_BEFORE,
        /** It is too well known. */
        REFUSED
    }

    public PasswordChange setPassword(Realm realm, String id, String password) {
        return asked(() -> {
            try {
                keycloak.resetPassword(realm.label(), id, credential(password, false));
                return PasswordChange.SET;
            } catch (WebApplicationException refusal) {
                return passwordRefused(refusal);
            }
        });
    }

    private static PasswordChange passwordRefused(WebApplicationException fault) {
        if (fault.getResponse().getStatus() != BAD_REQUEST) {
            throw fault;
        }
        AdminApi.Refusal refusal = fault.getResponse().readEntity(AdminApi.Refusal.class);
        return refusal.ofHistory() ? PasswordChange.USED_BEFORE : PasswordChange.REFUSED;
    }

    /** Sets a password that he must change at the next sign-in. */
    public void setOneTimePassword(Realm realm, String id, String password) {
        boolean _ = asked(() -> {
            keycloak.resetPassword(realm.label(), id, credential(password, true));
            return true;
        });
    }

    /** Ends every session of his, and forgets wrong one-time codes. */
    public void releaseAndSignOut(Realm realm, String id) {
        boolean _ = asked(() -> {
            keycloak.logout(realm.label(), id);
            keycloak.forgiveGuesses(realm.label(), id);
            return true;
        });
    }

    public boolean hasSecondFactor(Realm realm, String id) {
        return asked(() -> keycloak.credentials(realm.label(), id).stream()
                .anyMatch(credential -> credential.type().equals("otp")));
    }

    /** The newest first, a hundred at most, of the last 30 days. */
    public List<SignIn> signIns(Realm realm, String id) {
        return asked(() -> keycloak.events(realm.label(), id, SIGN_INS).stream()
                .map(KeycloakUsers::signIn)
                .toList());
    }

    /** Makes a change so, of somebody who may be gone: then there is nothing to change. */
    void apply(Realm realm, String id, Change change) {
        boolean _ = asked(() -> {
            try {
                applyTo(realm, id, change);
            } catch (NotFoundException gone) {
                return false;
            }
            return true;
        });
    }

    private void applyTo(Realm realm, String id, Change change) {
        String name = realm.label();
        switch (change) {
            case Change.BirthDate(var date) -> {
                AdminApi.User user = keycloak.find(name, id);
                Map<String, List<String>> attributes = new HashMap<>(attributes(user));
                attributes.put("birthDate", List.of(date.toString()));
                keycloak.update(name, id, user.with(attributes));
            }
            case Change.Enabled() ->
                keycloak.update(name, id, keycloak.find(name, id).enabled(true));
            case Change.Disabled() -> {
                keycloak.update(name, id, keycloak.find(name, id).enabled(false));
                keycloak.logout(name, id);
            }
            case Change.Removed() -> keycloak.remove(name, id);
            case Change.Roles(var names) -> {
                add(realm, id, names);
                removeOthers(realm, id, names);
            }
        }
    }

    private void add(Realm realm, String id, Set<String> names) {
        List<AdminApi.Role> missing = keycloak.otherRoles(realm.label(), id).stream()
                .filter(role -> names.contains(role.name()))
                .toList();
        if (!missing.isEmpty()) {
            keycloak.addRoles(realm.label(), id, missing);
        }
    }

    /** Roles that are composed of others are Keycloak's own. */
    private void removeOthers(Realm realm, String id, Set<String> names) {
        List<AdminApi.Role> surplus = keycloak.roles(realm.label(), id).stream()
                .filter(role -> !role.composite() && !names.contains(role.name()))
                .toList();
        if (!surplus.isEmpty()) {
            keycloak.removeRoles(realm.label(), id, surplus);
        }
    }

    private static AdminApi.User representation(NewUser user) {
        Map<String, String> attributes = new HashMap<>(user.attributes());
        @Nullable String firstName = attributes.remove("firstName");
        @Nullable String lastName = attributes.remove("lastName");
        @Nullable String password = user.password();
        return new AdminApi.User(
                null,
                user.loginId(),
                user.enabled(),
                firstName,
                lastName,
                attributes.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                password == null
                        ? null
                        : List.of(credential(password, user.actions().contains("UPDATE_PASSWORD"))),
                List.copyOf(user.actions()));
    }

    private static AdminApi.Credential credential(String password, boolean temporary) {
        return new AdminApi.Credential("password", password, temporary);
    }

    private static KnownUser known(AdminApi.User user) {
        return new KnownUser(
                Objects.requireNonNull(user.id()),
                Objects.requireNonNull(user.username()),
                Boolean.TRUE.equals(user.enabled()),
                attributes(user).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().getFirst())));
    }

    private static Map<String, List<String>> attributes(AdminApi.User user) {
        return Optional.ofNullable(user.attributes()).orElse(Map.of());
    }

    private static SignIn signIn(AdminApi.Event event) {
        return new SignIn(
                Instant.ofEpochMilli(event.time()),
                event.type().equals("LOGIN"),
                Optional.ofNullable(event.clientId()).orElse(""),
                Optional.ofNullable(event.ipAddress()).orElse(""));
    }

    /** The answer whatever its status, which the client throws when it is a refusal. */
    private static Response answer(Supplier<Response> question) {
        try {
            return question.get();
        } catch (WebApplicationException refusal) {
            return refusal.getResponse();
        }
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (KeycloakAway away) {
            throw away;
        } catch (WebApplicationException refusal) {
            throw new KeycloakAway("It answered " + refusal.getResponse().getStatus(), refusal);
        } catch (RuntimeException fault) {
            // Our own token may be what cannot be had, which comes in exceptions of several kinds.
            throw new KeycloakAway("It gave no answer: " + fault.getClass().getSimpleName(), fault);
        }
    }
}
