package jp.nenkin.auth.keycloak;

import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.EventRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * What is asked of Keycloak at once. Every call may throw {@link KeycloakAway}, and takes seconds at most.
 */
@ApplicationScoped
@ActivateRequestContext
public class KeycloakUsers {
    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;
    private static final int SIGN_INS = 100;

    private final Keycloak keycloak;
    // The admin client waits for an answer for ever.
    private final Guard limit =
            Guard.create().withTimeout().duration(10, ChronoUnit.SECONDS).done().build();

    KeycloakUsers(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes Keycloak know somebody, who may sign in from then on. The role comes second: see {@link #giveRole}. */
    public Creation create(Realm realm, NewUser user) {
        return asked(() -> {
            try (Response response = keycloak.realm(realm.label()).users().create(representation(user))) {
                return switch (response.getStatus()) {
                    case CREATED -> created(realm, CreatedResponseUtil.getCreatedId(response), user.role());
                    case CONFLICT -> new Creation.Taken();
                    // Everything else in it was checked before: what is left is the list of well-known passwords.
                    case BAD_REQUEST -> new Creation.PasswordRefused();
                    default -> throw new KeycloakAway("It answered " + response.getStatus(), null);
                };
            }
        });
    }

    private Creation created(Realm realm, String id, String role) {
        giveRole(realm, id, role);
        return new Creation.Created(id);
    }

    /** Sees to it that he has a role of the realm; whoever goes on after a broken {@link #create} begins here. */
    public void giveRole(Realm realm, String id, String role) {
        asked(() -> {
            RoleScopeResource granted = user(realm, id).roles().realmLevel();
            List<RoleRepresentation> missing = granted.listAvailable().stream()
                    .filter(available -> available.getName().equals(role))
                    .toList();
            if (!missing.isEmpty()) {
                granted.add(missing);
            }
            return id;
        });
    }

    /** By login ID, whichever case it is written in. */
    public Optional<KnownUser> find(Realm realm, String loginId) {
        return asked(() -> keycloak.realm(realm.label()).users().searchByUsername(loginId, true).stream()
                .findFirst()
                .map(KeycloakUsers::known));
    }

    /** False if Keycloak's rules do not let the password pass: too well known, or one of his last. */
    public boolean setPassword(Realm realm, String id, String password) {
        return asked(() -> {
            try {
                user(realm, id).resetPassword(credential(password, false));
                return true;
            } catch (WebApplicationException refusal) {
                if (refusal.getResponse().getStatus() == BAD_REQUEST) {
                    return false;
                }
                throw refusal;
            }
        });
    }

    /** Ends every session of his, and forgets wrong guesses, which others may have made to keep him out. */
    public void releaseAndSignOut(Realm realm, String id) {
        asked(() -> {
            user(realm, id).logout();
            keycloak.realm(realm.label()).attackDetection().clearBruteForceForUser(id);
            return id;
        });
    }

    public boolean hasSecondFactor(Realm realm, String id) {
        return asked(() -> user(realm, id).credentials().stream()
                .anyMatch(credential -> credential.getType().equals("otp")));
    }

    /** The newest first, some hundred at most. */
    public List<SignIn> signIns(Realm realm, String id, LocalDate since) {
        return asked(() -> keycloak
                .realm(realm.label())
                .getEvents(List.of("LOGIN", "LOGIN_ERROR"), null, id, since.toString(), null, null, 0, SIGN_INS)
                .stream()
                .map(KeycloakUsers::signIn)
                .toList());
    }

    /** Makes a change so, of somebody who may be gone: then there is nothing to change. */
    void apply(Realm realm, String id, Change change) {
        asked(() -> {
            try {
                applyTo(realm, id, change);
            } catch (NotFoundException gone) {
                return false;
            }
            return true;
        });
    }

    private void applyTo(Realm realm, String id, Change change) {
        UserResource user = user(realm, id);
        switch (change) {
            case Change.BirthDate(var date) -> {
                UserRepresentation there = user.toRepresentation();
                Map<String, List<String>> attributes = new HashMap<>(there.getAttributes());
                attributes.put("birthDate", List.of(date.toString()));
                there.setAttributes(attributes);
                user.update(there);
            }
            case Change.Enabled() -> enable(user, true);
            case Change.Disabled() -> {
                enable(user, false);
                user.logout();
            }
            case Change.Removed() -> user.remove();
            case Change.Roles(var names) -> roles(user.roles().realmLevel(), names);
        }
    }

    private static void enable(UserResource user, boolean enabled) {
        UserRepresentation there = user.toRepresentation();
        there.setEnabled(enabled);
        user.update(there);
    }

    /** Roles that are composed of others are Keycloak's own. */
    private static void roles(RoleScopeResource granted, Set<String> names) {
        List<RoleRepresentation> missing = granted.listAvailable().stream()
                .filter(role -> names.contains(role.getName()))
                .toList();
        List<RoleRepresentation> surplus = granted.listAll().stream()
                .filter(role -> !role.isComposite() && !names.contains(role.getName()))
                .toList();
        if (!missing.isEmpty()) {
            granted.add(missing);
        }
        if (!surplus.isEmpty()) {
            granted.remove(surplus);
        }
    }

    private UserResource user(Realm realm, String id) {
        return keycloak.realm(realm.label()).users().get(id);
    }

    private static UserRepresentation representation(NewUser user) {
        Map<String, String> attributes = new HashMap<>(user.attributes());
        UserRepresentation declared = new UserRepresentation();
        declared.setUsername(user.loginId());
        declared.setEnabled(true);
        declared.setFirstName(attributes.remove("firstName"));
        declared.setLastName(attributes.remove("lastName"));
        declared.setAttributes(attributes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
        declared.setRequiredActions(List.copyOf(user.actions()));
        @Nullable String password = user.password();
        if (password != null) {
            declared.setCredentials(List.of(credential(password, user.actions().contains("UPDATE_PASSWORD"))));
        }
        return declared;
    }

    private static CredentialRepresentation credential(String password, boolean temporary) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setTemporary(temporary);
        credential.setValue(password);
        return credential;
    }

    private static KnownUser known(UserRepresentation user) {
        Map<String, List<String>> attributes =
                Optional.ofNullable(user.getAttributes()).orElse(Map.of());
        return new KnownUser(
                user.getId(),
                user.getUsername(),
                user.isEnabled(),
                attributes.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().getFirst())));
    }

    private static SignIn signIn(EventRepresentation event) {
        return new SignIn(
                Instant.ofEpochMilli(event.getTime()),
                event.getType().equals("LOGIN"),
                Optional.ofNullable(event.getClientId()).orElse(""),
                Optional.ofNullable(event.getIpAddress()).orElse(""));
    }

    private <T> T asked(Supplier<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        try {
            boolean _ = limit.get(
                    () -> {
                        answer.set(question.get());
                        return true;
                    },
                    Boolean.class);
            return answer.get();
        } catch (WebApplicationException refusal) {
            throw new KeycloakAway("It answered " + refusal.getResponse().getStatus(), refusal);
        } catch (ProcessingException | TimeoutException fault) {
            throw new KeycloakAway("It gave no answer", fault);
        }
    }
}
