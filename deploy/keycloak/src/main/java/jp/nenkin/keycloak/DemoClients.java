package jp.nenkin.keycloak;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.common.constants.ServiceAccountConstants;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Makes Keycloak know the callers of the local system and of tests, in one session; never used beside real members'
 * data.
 */
public final class DemoClients implements AutoCloseable {

    private static final String SCOPE = "nenkin-services";

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
        clients.stream()
                .collect(groupingBy(DemoClient::realm))
                .forEach((name, those) -> ensure(those, new LiveRealm(name, keycloak.realm(name), writes)));
        return List.copyOf(writes);
    }

    @Override
    public void close() {
        keycloak.close();
    }

    private void ensure(List<DemoClient> declared, LiveRealm realm) {
        List<String> scopes = Stream.concat(realm.defaultClientScopes().stream(), Stream.of(SCOPE))
                .toList();
        Set<String> made = realm.missingClients(
                declared.stream().map(client -> whole(client, scopes)).toList(),
                declared.stream().map(DemoClients::account).toList());
        declared.stream().filter(client -> !made.contains(client.clientId())).forEach(known -> {
            ClientResource client = realm.client(representation(known));
            realm.clientHasScope(client, SCOPE);
            realm.clientMappers(client, mappers(known));
            realm.serviceAccountHasRoles(client, known.roles());
        });
    }

    private ClientRepresentation whole(DemoClient declared, List<String> scopes) {
        ClientRepresentation client = representation(declared);
        client.setDefaultClientScopes(scopes);
        client.setProtocolMappers(mappers(declared));
        return client;
    }

    private static UserRepresentation account(DemoClient declared) {
        UserRepresentation account = new UserRepresentation();
        account.setUsername(ServiceAccountConstants.SERVICE_ACCOUNT_USER_PREFIX + declared.clientId());
        account.setServiceAccountClientId(declared.clientId());
        account.setEnabled(true);
        account.setRealmRoles(declared.roles());
        return account;
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

    private static List<ProtocolMapperRepresentation> mappers(DemoClient declared) {
        return declared.claims().entrySet().stream()
                .map(claim -> hardcoded(claim.getKey(), claim.getValue()))
                .toList();
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
