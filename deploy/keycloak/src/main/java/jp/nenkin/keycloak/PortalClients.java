package jp.nenkin.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Makes Keycloak know the programs that people sign in with: the portal's edge and the members' mobile app. */
public final class PortalClients {

    /** The client of auth-service, which signs browsers in, in each realm of people. */
    public static final String EDGE = "edge";

    private static final String MOBILE = "mobile";
    private static final List<String> EDGE_REALMS = List.of("member", "fund");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AdminAccess access;
    private final ClientSecrets secrets;

    public PortalClients(AdminAccess access, ClientSecrets secrets) {
        this.access = access;
        this.secrets = secrets;
    }

    /**
     * Ensures the clients; the realms must have been applied before.
     *
     * @param portal the portal's origin, to which alone a browser is sent back
     * @return each write made, in words; empty when all were there
     */
    public List<String> ensure(URI portal) {
        List<String> writes = new ArrayList<>();
        Map<String, String> words = Map.of("${portal}", portal.toString());
        try (Keycloak keycloak = access.open()) {
            for (String name : EDGE_REALMS) {
                ClientRepresentation edge = declared(EDGE, words);
                edge.setSecret(secrets.createIfMissing(name, EDGE));
                ensure(edge, new LiveRealm(name, keycloak.realm(name), writes));
            }
            ensure(declared(MOBILE, words), new LiveRealm("member", keycloak.realm("member"), writes));
        }
        return List.copyOf(writes);
    }

    private static void ensure(ClientRepresentation declared, LiveRealm realm) {
        ClientResource client = realm.client(declared);
        realm.clientHasScope(client, "nenkin-services");
    }

    /** As the file of the client's name says, with these words put in. */
    static ClientRepresentation declared(String name, Map<String, String> words) {
        try (InputStream file = PortalClients.class.getResourceAsStream("/clients/" + name + ".json")) {
            if (file == null) {
                throw new IOException("no file clients/" + name + ".json");
            }
            String text = new String(file.readAllBytes(), UTF_8);
            for (Map.Entry<String, String> word : words.entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            return JSON.readValue(text, ClientRepresentation.class);
        } catch (IOException e) {
            throw new UncheckedIOException("client file " + name, e);
        }
    }
}
