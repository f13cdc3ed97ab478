package jp.nenkin.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientResource;

/** Makes Keycloak know auth-service as the program that keeps the people of three realms, and may do nothing else. */
public final class PeopleClient {

    /** Its name in the realm master, to which the right to keep another realm's people belongs. */
    public static final String NAME = "auth-service";

    private static final String MASTER = "master";
    private static final List<String> RIGHTS = List.of("manage-users", "view-users", "query-users", "view-events");

    private final AdminAccess access;
    private final ClientSecrets secrets;

    public PeopleClient(AdminAccess access, ClientSecrets secrets) {
        this.access = access;
        this.secrets = secrets;
    }

    /** Its secret, drawn at random when there is none yet. */
    public static String secret(ClientSecrets secrets) {
        return secrets.createIfMissing(MASTER, NAME);
    }

    /** Gives a copy of a Keycloak's data the secret that is in it. */
    public static void adoptSecret(ClientSecrets from, ClientSecrets to) {
        to.adopt(MASTER, NAME, secret(from));
    }

    /**
     * Ensures the client and exactly its rights; the realms must have been applied before.
     *
     * @return each write made, in words; empty when all was so
     */
    public List<String> ensure() {
        List<String> writes = new ArrayList<>();
        var declared = PortalClients.declared(NAME, Map.of());
        declared.setSecret(secret(secrets));
        try (Keycloak keycloak = access.open()) {
            LiveRealm master = new LiveRealm(MASTER, keycloak.realm(MASTER), writes);
            ClientResource client = master.client(declared);
            master.serviceAccountHasOnly(client, rights());
        }
        return List.copyOf(writes);
    }

    /** Of each realm, by the client that stands for it in the realm master. */
    private static Map<String, List<String>> rights() {
        return Stream.of("member", "employer", "fund")
                .map(realm -> realm + "-realm")
                .collect(Collectors.toMap(Function.identity(), _ -> RIGHTS));
    }
}
