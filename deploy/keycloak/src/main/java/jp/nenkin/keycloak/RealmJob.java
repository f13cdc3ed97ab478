package jp.nenkin.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Makes Keycloak hold what the realm files declare, whether the realm is new or has been in use for years. It only adds
 * and changes what a file names: users, sessions and everything the files are silent about stay as they are.
 */
public final class RealmJob {

    private static final Map<String, Map<String, String>> KEYS = Map.of(
            "rsa-generated", Map.of("priority", "100"),
            "hmac-generated", Map.of("priority", "100", "algorithm", "HS512"),
            "aes-generated", Map.of("priority", "100"));

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
            bare.setComponents(keys());
            keycloak.realms().create(bare);
            writes.add(name + ": realm created");
        }
    }

    /**
     * What signs tokens, sessions and cookies: Keycloak's own choice but for the RSA key that would encrypt tokens,
     * which nobody asks for and which takes as long to make as the other.
     */
    private static MultivaluedHashMap<String, ComponentExportRepresentation> keys() {
        MultivaluedHashMap<String, ComponentExportRepresentation> components = new MultivaluedHashMap<>();
        KEYS.forEach((provider, config) -> {
            ComponentExportRepresentation key = new ComponentExportRepresentation();
            key.setName(provider);
            key.setProviderId(provider);
            MultivaluedHashMap<String, String> settings = new MultivaluedHashMap<>();
            config.forEach(settings::putSingle);
            key.setConfig(settings);
            components.add("org.keycloak.keys.KeyProvider", key);
        });
        return components;
    }

    /** The realm master has no file of ours; it only must not be the one place where passwords buy tokens. */
    private static ClientRepresentation withoutPasswordGrant() {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("admin-cli");
        client.setDirectAccessGrantsEnabled(false);
        return client;
    }
}
