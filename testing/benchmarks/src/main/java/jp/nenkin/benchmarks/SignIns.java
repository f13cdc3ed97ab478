package jp.nenkin.benchmarks;

import jakarta.ws.rs.client.Client;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import jp.nenkin.keycloak.AdminAccess;
import jp.nenkin.keycloak.DemoPeople;
import jp.nenkin.keycloak.DemoPerson;
import jp.nenkin.keycloak.Passwords;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.KeycloakServer;
import jp.nenkin.local.Ports;
import jp.nenkin.local.PostgresServer;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.ClientBuilderWrapper;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;

/** Members' sign-ins on the page of ours, with the birth date, against those on Keycloak's own page, on one server. */
final class SignIns implements Benchmark {
    private static final String OURS = "with-birth-date";
    private static final String OWN = "keycloaks-own";
    private static final List<Goal> GOALS = List.of(Goal.atLeast(OURS, OWN, 0.9));
    private static final URI BACK = URI.create("https://bench.example/signed-in");
    private static final LocalDate BORN = LocalDate.of(1961, 1, 23);
    private static final int MEMBERS = 40;
    /** Fewer than one address may have under way at once. */
    private static final int BROWSERS = 4;

    private final int signIns;
    private final int rounds;
    private final Comparison comparison = new Comparison("per second", GOALS);

    private SignIns(int signIns, int rounds) {
        this.signIns = signIns;
        this.rounds = rounds;
    }

    static SignIns sized(boolean quick) {
        return quick ? new SignIns(80, 5) : new SignIns(600, 6);
    }

    @Override
    public Comparison measure() throws Exception {
        DataFolder folder = DataFolder.prepared();
        Ports ports = Ports.free();
        try (PostgresServer postgres = PostgresServer.start(folder, ports.postgres(), PostgresServer.Durability.KEPT);
                KeycloakServer keycloak =
                        KeycloakServer.start(folder, ports.keycloak(), ports.keycloakManagement(), postgres)) {
            List<String> _ = keycloak.applyRealms();
            prepare(keycloak.admin());
            measure(
                    new SignInPages(keycloak.url(), folder.certificates().sslContext(), BACK),
                    members(folder, keycloak));
        } finally {
            folder.delete();
        }
        return comparison;
    }

    private void measure(SignInPages pages, List<Map<String, String>> members) throws Exception {
        // The first ones are made by code that is not yet compiled.
        for (String client : List.of(OURS, OWN, OURS, OWN)) {
            perSecond(pages, client, members);
        }
        for (int round = 1; round <= rounds; round++) {
            boolean oursFirst = round % 2 == 1;
            double first = perSecond(pages, oursFirst ? OURS : OWN, members);
            double second = perSecond(pages, oursFirst ? OWN : OURS, members);
            comparison.add(OURS, oursFirst ? first : second);
            comparison.add(OWN, oursFirst ? second : first);
        }
    }

    private double perSecond(SignInPages pages, String client, List<Map<String, String>> members) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(BROWSERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int number = 0; number < signIns; number++) {
                Map<String, String> member = members.get(number % members.size());
                all.add(threads.submit(() -> pages.signIn(client, member)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return signIns / ((System.nanoTime() - start) / 1e9);
    }

    /** What each types; Keycloak's own page does not read the birth date. */
    private static List<Map<String, String>> members(DataFolder folder, KeycloakServer keycloak) {
        List<DemoPerson> people = new ArrayList<>();
        for (int number = 1; number <= MEMBERS; number++) {
            people.add(DemoPerson.member("%010d".formatted(number), BORN));
        }
        try (DemoPeople known = new DemoPeople(keycloak.admin(), folder.root())) {
            List<String> _ = known.ensure(people);
        }
        Passwords passwords = Passwords.in(folder.root());
        return people.stream()
                .map(person -> Map.of(
                        "username", person.loginId(),
                        "password",
                                passwords.find(person.realm(), person.loginId()).orElseThrow(),
                        "birthDate", BORN.toString()))
                .toList();
    }

    /** Two clients of one realm that differ in nothing but the flow. */
    private static void prepare(AdminAccess access) {
        try (Keycloak keycloak = open(access)) {
            RealmResource realm = keycloak.realm("member");
            String own = realm.flows().getFlows().stream()
                    .filter(flow -> flow.getAlias().equals("browser"))
                    .map(AuthenticationFlowRepresentation::getId)
                    .findFirst()
                    .orElseThrow();
            realm.clients().create(client(OURS, Map.of())).close();
            realm.clients().create(client(OWN, Map.of("browser", own))).close();
        }
    }

    private static ClientRepresentation client(String name, Map<String, String> flows) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(name);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setRedirectUris(List.of(BACK.toString()));
        client.setAuthenticationFlowBindingOverrides(flows);
        return client;
    }

    private static Keycloak open(AdminAccess access) {
        SSLContext tls = access.tls();
        Client client = ClientBuilderWrapper.create(tls, false).build();
        return KeycloakBuilder.builder()
                .serverUrl(access.url().toString())
                .realm("master")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(access.clientId())
                .clientSecret(access.clientSecret())
                .resteasyClient(client)
                .build();
    }
}
