package jp.nenkin.keycloak;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Makes Keycloak hold what the realm files declare, whether the realm is new or has been in use for years. It only adds
 * and changes what a file names: users, sessions and everything the files are silent about stay as they are.
 */
public final class RealmJob {

    private final AdminAccess access;

    public RealmJob(AdminAccess access) {
        this.access = access;
    }

    /**
     * Applies all realm files.
     *
     * @return each write made, in words; empty when Keycloak already held everything
     */
    public List<String> apply() {
        List<String> writes = new ArrayList<>();
        try (Keycloak keycloak = access.open()) {
            new LiveRealm("master", keycloak.realm("master"), writes).client(withoutPasswordGrant());
            RealmFile.REALMS.stream().map(RealmFile::of).forEach(file -> apply(file, keycloak, writes));
        }
        return List.copyOf(writes);
    }

    private static void apply(RealmFile file, Keycloak keycloak, List<String> writes) {
        createIfMissing(file.name(), keycloak, writes);
        LiveRealm realm = new LiveRealm(file.name(), keycloak.realm(file.name()), writes);
        // The settings name the flow that signs people in, so that it must be there before.
        LiveFlows flows = realm.flows();
        file.flows().stream()
                .filter(AuthenticationFlowRepresentation::isTopLevel)
                .forEach(flow -> flows.flow(flow, new FlowSteps(file.flows(), file.authenticatorConfigs())));
        file.requiredActionConfigs().forEach(flows::requiredActionConfig);
        realm.settings(file.settings());
        realm.userProfile(file.userProfile());
        file.roles().forEach(realm::role);
        file.clientScopes().forEach(realm::clientScope);
        file.scopeMappers().forEach(realm::scopeMappers);
        file.scopeRoles().forEach(realm::scopeRoles);
        file.clients().forEach(realm::client);
    }

    /** A new realm starts closed and with Keycloak's own defaults, so that old and new take the same way from here. */
    private static void createIfMissing(String name, Keycloak keycloak, List<String> writes) {
        boolean there = keycloak.realms().findAll().stream()
                .anyMatch(realm -> realm.getRealm().equals(name));
        if (!there) {
            RealmRepresentation bare = new RealmRepresentation();
            bare.setRealm(name);
            keycloak.realms().create(bare);
            writes.add(name + ": realm created");
        }
    }

    /** The realm master has no file of ours; it only must not be the one place where passwords buy tokens. */
    private static ClientRepresentation withoutPasswordGrant() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("admin-cli");
        client.setDirectAccessGrantsEnabled(false);
        return client;
    }
}
