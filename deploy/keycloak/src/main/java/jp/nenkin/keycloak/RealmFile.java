package jp.nenkin.keycloak;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig;

/**
 * One realm as its file declares it: what all realms share (common.json) with the realm's own file laid over it.
 *
 * @param flows how people sign in, as Keycloak exports them
 * @param authenticatorConfigs the settings that steps of the flows name
 * @param requiredActionConfigs by required action
 * @param scopeMappers by client scope, what it puts into tokens
 * @param scopeRoles by client scope, the realm roles a token may carry when its client has that scope
 */
record RealmFile(
        RealmRepresentation settings,
        List<AuthenticationFlowRepresentation> flows,
        List<AuthenticatorConfigRepresentation> authenticatorConfigs,
        Map<String, Map<String, String>> requiredActionConfigs,
        List<RoleRepresentation> roles,
        List<ClientScopeRepresentation> clientScopes,
        Map<String, List<ProtocolMapperRepresentation>> scopeMappers,
        Map<String, List<String>> scopeRoles,
        List<ClientRepresentation> clients,
        UPConfig userProfile) {

    static final List<String> REALMS = List.of("member", "employer", "fund", "system");

    /** A misspelt or forgotten name in a file is a setting that silently would not hold, so it is refused. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);

    static RealmFile of(String realm) {
        try {
            JsonNode declared = Overlay.of(read("common"), read(realm));
            return STRICT.treeToValue(declared, RealmFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("realm file " + realm, e);
        }
    }

    String name() {
        return settings.getRealm();
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream file = RealmFile.class.getResourceAsStream("/realms/" + name + ".json")) {
            if (file == null) {
                throw new IOException("no file realms/" + name + ".json");
            }
            return STRICT.readTree(file);
        }
    }
}
