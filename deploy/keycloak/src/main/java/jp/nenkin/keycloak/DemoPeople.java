package jp.nenkin.keycloak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Makes Keycloak know the people of the local system and of tests, in one session; never used beside real members'
 * data.
 */
public final class DemoPeople implements AutoCloseable {

    private final Keycloak keycloak;
    private final Passwords passwords;
    private final OneTimeCodes codes;

    /**
     * Opens the session, waiting for a Keycloak that is still starting, at most a minute.
     *
     * @param dataFolder below which passwords and secrets of one-time codes lie
     */
    public DemoPeople(AdminAccess access, Path dataFolder) {
        this.keycloak = access.open();
        this.passwords = Passwords.in(dataFolder);
        this.codes = OneTimeCodes.in(dataFolder);
    }

    /**
     * Ensures each person with role, attributes and, when new, the password and an officer's device for one-time codes;
     * the realms must have been applied before.
     *
     * @return each write made, in words; empty when all were there
     */
    public synchronized List<String> ensure(Collection<DemoPerson> people) {
        List<String> writes = new ArrayList<>();
        people.forEach(person -> new LiveRealm(person.realm(), keycloak.realm(person.realm()), writes)
                .person(representation(person), person.roles()));
        return List.copyOf(writes);
    }

    @Override
    public void close() {
        keycloak.close();
    }

    private UserRepresentation representation(DemoPerson person) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setTemporary(false);
        password.setValue(passwords.createIfMissing(person.realm(), person.loginId()));
        Map<String, String> attributes = new HashMap<>(person.attributes());
        UserRepresentation user = new UserRepresentation();
        user.setUsername(person.loginId());
        user.setEnabled(true);
        user.setFirstName(attributes.remove("firstName"));
        user.setLastName(attributes.remove("lastName"));
        user.setAttributes(attributes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
        user.setCredentials(
                person.realm().equals("fund")
                        ? List.of(password, codes.device(person.realm(), person.loginId()))
                        : List.of(password));
        return user;
    }
}
