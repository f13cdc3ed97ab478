package jp.nenkin.keycloak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/**
 * Makes Keycloak know the callers of the local system and of tests, in one session; never used beside real members'
 * data.
 */
public final class DemoClients implements AutoCloseable {

    private final Keycloak keycloak;
    private final ClientSecrets secrets;

    /** Opens the session, waiting for a Keycloak that is still starting, at most a minute. */
    public DemoClients(AdminAccess access, ClientSecrets secrets) {
        this.keycloak = access.open();
        this.secrets = secrets;
    }

    /**
     * Ensures each client with its service account, role and claims; the realms must have been applied before.
     *
     * @return each write made, in words; empty when all were there
     */
    public synchronized List<String> ensure(Collection<DemoClient> clients) {
        List<String> writes = new ArrayList<>();
        clients.forEach(
                client -> ensure(client, new LiveRealm(client.realm(), keycloak.realm(client.realm()), writes)));
        return List.copyOf(writes);
    }

    @Override
    public void close() {
        keycloak.close();
    }

    private void ensure(DemoClient declared, LiveRealm realm) {
        ClientResource client = realm.client(
                representation(declared),
                "nenkin-services",
                declared.claims().entrySet().stream()
                        .map(claim -> hardcoded(claim.getKey(), claim.getValue()))
                        .toList());
        realm.serviceAccountHasRoles(client, declared.roles());
    }

    /** A service account and nothing else: no browser flow, no password grant, and only the roles of its scopes. */
    private ClientRepresentation representation(DemoClient declared) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(declared.clientId());
        client.setSecret(secrets.createIfMissing(declared.realm(), declared.clientId()));
        client.setPublicClient(false);
        client.setServiceAccountsEnabled(true);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setFullScopeAllowed(false);
        return client;
    }

    private static ProtocolMapperRepresentation hardcoded(String claim, String value) {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(claim);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-hardcoded-claim-mapper");
        mapper.setConfig(Map.of(
                "claim.name", claim,
                "claim.value", value,
                "jsonType.label", "String",
                "access.token.claim", "true",
                "id.token.claim", "false",
                "userinfo.token.claim", "false"));
        return mapper;
    }
}
