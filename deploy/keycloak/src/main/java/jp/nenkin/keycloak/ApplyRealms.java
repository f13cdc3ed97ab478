package jp.nenkin.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The realm job as a program: told by NENKIN_KEYCLOAK, NENKIN_CA and NENKIN_PORTAL_URL, by the admin client's
 * KC_BOOTSTRAP_ADMIN_CLIENT_ID and _SECRET, as Keycloak itself, and by NENKIN_DATA, below which the secrets of our
 * own clients lie.
 */
public final class ApplyRealms {

    private ApplyRealms() {}

    public static void main(String[] arguments) {
        List<String> writes = apply(Environment.ofProcess());
        writes.forEach(System.out::println);
        System.out.println("Realms and our clients: " + writes.size() + " writes.");
    }

    /** Applies the realm files and ensures our own clients; returns each write made, in words. */
    static List<String> apply(Environment environment) {
        AdminAccess access = new AdminAccess(
                URI.create(environment.of("NENKIN_KEYCLOAK")),
                new TrustedCa(Path.of(environment.of("NENKIN_CA"))).sslContext(),
                environment.of("KC_BOOTSTRAP_ADMIN_CLIENT_ID"),
                environment.of("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET"));
        ClientSecrets secrets = ClientSecrets.in(Path.of(environment.of("NENKIN_DATA")));
        List<String> writes = new ArrayList<>(new RealmJob(access).apply());
        writes.addAll(new PeopleClient(access, secrets).ensure());
        writes.addAll(new PortalClients(access, secrets).ensure(URI.create(environment.of("NENKIN_PORTAL_URL"))));
        return List.copyOf(writes);
    }
}
