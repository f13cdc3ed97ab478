package jp.nenkin.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.nenkin.local.DataFolder;
import jp.nenkin.local.KeycloakServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.KeysMetadataRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The realm files, the demo clients and their tokens with a real Keycloak on a real PostgreSQL. */
@ExtendWith(LiveKeycloak.class)
class LiveRealmsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "sakana7391x";
    private static final List<DemoClient> CLIENTS = List.of(
            DemoClient.officerA(),
            DemoClient.auditor(),
            DemoClient.establishment("1000001"),
            DemoClient.consultant("13000001"),
            DemoClient.member("0000001234"));

    private static DataFolder folder;
    private static KeycloakServer server;
    private static DemoClients demoClients;
    private static Tokens tokens;
    private static Keycloak keycloak;

    @BeforeAll
    static void know(LiveKeycloak.Servers servers) {
        folder = servers.folder();
        server = servers.server();
        keycloak = servers.admin();
        // Another test may have loosened something; what is seen here is what the files say.
        server.applyRealms();
        ClientSecrets secrets = ClientSecrets.in(folder.root());
        demoClients = new DemoClients(server.admin(), secrets);
        demoClients.ensure(CLIENTS);
        tokens = Tokens.of(server.url(), folder.certificates().sslContext(), secrets);
    }

    @AfterAll
    static void close() {
        demoClients.close();
    }

    @Test
    void a_second_application_changes_nothing() {
        Set<String> before = everything();
        List<Integer> writesBefore = recordedWrites();

        assertThat(server.applyRealms()).isEmpty();
        assertThat(demoClients.ensure(CLIENTS)).isEmpty();

        Set<String> after = everything();
        assertThat(difference(after, before)).isEmpty();
        assertThat(difference(before, after)).isEmpty();
        assertThat(before).hasSizeGreaterThan(1_000);
        assertThat(recordedWrites()).isEqualTo(writesBefore).allMatch(count -> count > 5);
    }

    @Test
    void the_program_does_as_its_environment_says_and_nothing_the_second_time() {
        Map<String, String> variables = new HashMap<>();
        variables.put("NENKIN_KEYCLOAK", server.url().toString());
        variables.put("NENKIN_CA", folder.certificates().caFile().toString());
        variables.put("NENKIN_PORTAL_URL", "https://fund.example");
        variables.put("NENKIN_DATA", folder.root().toString());
        variables.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", server.admin().clientId());
        variables.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", server.admin().clientSecret());
        Environment environment = new Environment(variables);

        assertThat(ApplyRealms.apply(environment)).isNotEmpty();

        assertThat(ApplyRealms.apply(environment)).isEmpty();
        ClientRepresentation edge =
                keycloak.realm("fund").clients().findByClientId("edge").getFirst();
        assertThat(edge.getRedirectUris()).containsExactly("https://fund.example/sign-in/*");
        assertThat(environment.toString())
                .contains("NENKIN_CA")
                .doesNotContain(server.admin().clientSecret());
    }

    @Test
    void a_neighbour_under_another_name_is_sent_on_under_that_name_and_browsers_under_theirs() throws Exception {
        URI neighbours = URI.create("https://127.0.0.1:" + server.url().getPort() + "/realms/member/");
        HttpRequest request = HttpRequest.newBuilder(neighbours.resolve(".well-known/openid-configuration"))
                .build();

        JsonNode told = JSON.readTree(answer(request).body());

        String browsers = server.url() + "/realms/member";
        assertThat(told.path("issuer").asText()).isEqualTo(browsers);
        assertThat(told.path("authorization_endpoint").asText()).startsWith(browsers);
        assertThat(told.path("token_endpoint").asText()).startsWith(neighbours.toString());
        assertThat(told.path("jwks_uri").asText()).startsWith(neighbours.toString());
    }

    @Test
    void an_existing_realm_is_put_right_and_its_users_stay() {
        RealmResource member = keycloak.realm("member");
        String id =
                user("hanako1961", Map.of("memberNumber", List.of("0000001961"), "birthDate", List.of("1961-01-23")));
        RealmRepresentation loosened = member.toRepresentation();
        loosened.setFailureFactor(100);
        member.update(loosened);
        String scope = member.clientScopes().findAll().stream()
                .filter(each -> each.getName().equals("nenkin-services"))
                .findFirst()
                .orElseThrow()
                .getId();
        var mappers = member.clientScopes().get(scope).getProtocolMappers();
        mappers.delete(mappers.getMappers().stream()
                .filter(mapper -> mapper.getName().equals("audience notice-service"))
                .findFirst()
                .orElseThrow()
                .getId());

        assertThat(server.applyRealms())
                .containsExactly(
                        "member: settings", "member: client scope nenkin-services: mapper audience notice-service");

        assertThat(member.toRepresentation().getFailureFactor()).isEqualTo(5);
        assertThat(member.users().get(id).toRepresentation().getAttributes())
                .containsEntry("birthDate", List.of("1961-01-23"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"member", "employer", "fund", "system"})
    void a_realm_has_the_keys_that_it_uses_and_no_other(String realm) {
        assertThat(keycloak.realm(realm).keys().getKeyMetadata().getKeys())
                .extracting(KeysMetadataRepresentation.KeyMetadataRepresentation::getAlgorithm)
                .containsExactlyInAnyOrder("RS256", "HS512", "AES");
    }

    static Stream<Arguments> callers() {
        return Stream.of(
                Arguments.of(DemoClient.officerA(), List.of("officer", "operator", "approver"), Map.of()),
                Arguments.of(DemoClient.auditor(), List.of("officer", "auditor"), Map.of()),
                Arguments.of(
                        DemoClient.establishment("1000001"),
                        List.of("establishment"),
                        Map.of("establishment_number", "1000001")),
                Arguments.of(
                        DemoClient.consultant("13000001"),
                        List.of("consultant"),
                        Map.of("consultant_code", "13000001")),
                Arguments.of(
                        DemoClient.member("0000001234"), List.of("member"), Map.of("member_number", "0000001234")));
    }

    @ParameterizedTest
    @MethodSource("callers")
    void a_token_is_for_the_four_services_and_carries_its_roles_and_its_own_claims(
            DemoClient caller, List<String> roles, Map<String, String> claims) throws JsonProcessingException {
        JsonNode token = payload(tokens.of(caller));

        assertThat(texts(token.path("aud")))
                .containsExactlyInAnyOrder("member-service", "ledger-service", "notice-service", "auth-service");
        assertThat(texts(token.path("realm_access").path("roles"))).containsExactlyInAnyOrderElementsOf(roles);
        assertThat(token.has("resource_access")).isFalse();
        assertThat(token.path("iss").asText()).isEqualTo(server.url() + "/realms/" + caller.realm());
        assertThat(token.path("azp").asText()).isEqualTo(caller.clientId());
        assertThat(token.path("sub").asText()).isNotEmpty();
        // Keycloak reads the clock for each of the two, and a second may end between them.
        assertThat(token.path("exp").asLong() - token.path("iat").asLong()).isBetween(300L, 301L);
        for (String claim : List.of("establishment_number", "consultant_code", "member_number")) {
            assertThat(token.path(claim).asText("")).isEqualTo(claims.getOrDefault(claim, ""));
        }
    }

    @Test
    void a_client_with_another_secret_gets_no_token() {
        ClientSecrets others = ClientSecrets.in(folder.root().resolve("others"));
        String wrong = others.createIfMissing("system", "officer-a");

        assertThatThrownBy(() -> Tokens.of(server.url(), folder.certificates().sslContext(), others)
                        .officerA())
                .isInstanceOf(TokenNotIssued.class)
                .hasMessageContaining("client officer-a of realm system: 401")
                .message()
                .doesNotContain(wrong);
    }

    @Test
    void a_password_buys_no_token_even_from_a_client_made_for_it() throws Exception {
        UserResource user = keycloak.realm("member").users().get(user("taro1975", Map.of()));
        user.resetPassword(credential(PASSWORD));
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId("password-grant");
        client.setPublicClient(true);
        client.setDirectAccessGrantsEnabled(true);
        keycloak.realm("member").clients().create(client).close();

        HttpResponse<String> answer = post(
                "/realms/member/protocol/openid-connect/token",
                "grant_type=password&client_id=password-grant&username=taro1975&password=" + PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("unauthorized_client");
    }

    @Test
    void the_server_offers_no_device_or_backchannel_login_and_no_impersonation() {
        assertThat(keycloak.serverInfo().getInfo().getProfileInfo().getDisabledFeatures())
                .contains("CIBA", "DEVICE_FLOW", "IMPERSONATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc4567", "abcdefgh12345", "abcdefgh", "12345678", "abcd_1234", "jiro1980", "nenkin2026"})
    void a_password_against_the_funds_rule_is_refused(String password) {
        List<UserRepresentation> known = keycloak.realm("member").users().searchByUsername("jiro1980", true);
        String id =
                known.isEmpty() ? user("jiro1980", Map.of()) : known.getFirst().getId();

        assertThatThrownBy(() -> keycloak.realm("member").users().get(id).resetPassword(credential(password)))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void what_people_sign_in_with_is_made_once_and_sends_browsers_back_to_the_portal_alone() {
        ClientSecrets secrets = ClientSecrets.in(folder.root());
        PortalClients portal = new PortalClients(server.admin(), secrets);
        List<DemoPerson> known = List.of(
                DemoPerson.member("0000001234", LocalDate.of(1975, 6, 10)),
                DemoPerson.officerA(),
                DemoPerson.officerB());

        assertThat(portal.ensure(URI.create("https://other.example"))).isNotEmpty();
        assertThat(portal.ensure(LiveKeycloak.PORTAL)).isNotEmpty();
        assertThat(portal.ensure(LiveKeycloak.PORTAL)).isEmpty();
        try (DemoPeople people = new DemoPeople(server.admin(), folder.root())) {
            assertThat(people.ensure(known)).isNotEmpty();
            assertThat(people.ensure(known)).isEmpty();
        }

        ClientRepresentation edge =
                keycloak.realm("fund").clients().findByClientId("edge").getFirst();
        assertThat(edge.getRedirectUris()).containsExactly("https://portal.example/sign-in/*");
        assertThat(edge.getAttributes()).containsEntry("pkce.code.challenge.method", "S256");
        assertThat(keycloak.realm("member").users().searchByUsername("member-0000001234", true))
                .singleElement()
                .satisfies(person -> assertThat(person.getAttributes())
                        .containsEntry("memberNumber", List.of("0000001234"))
                        .containsEntry("birthDate", List.of("1975-06-10")));
    }

    @Test
    void auth_service_keeps_the_people_of_three_realms_and_may_do_nothing_else() {
        AdminAccess own = new AdminAccess(
                server.url(),
                folder.certificates().sslContext(),
                PeopleClient.NAME,
                PeopleClient.secret(ClientSecrets.in(folder.root())));

        try (Keycloak people = own.open(1)) {
            assertThat(people.realm("employer").users().list(0, 1)).isEmpty();
            UserRepresentation clerk = new UserRepresentation();
            clerk.setUsername("clerk1");
            clerk.setAttributes(Map.of("establishmentNumber", List.of("1000001")));
            String id;
            try (Response response = people.realm("employer").users().create(clerk)) {
                id = CreatedResponseUtil.getCreatedId(response);
            }
            RoleScopeResource roles =
                    people.realm("employer").users().get(id).roles().realmLevel();
            roles.add(roles.listAvailable().stream()
                    .filter(role -> role.getName().equals("clerk"))
                    .toList());
            assertThat(people.realm("member").getEvents()).isNotNull();
            assertThatThrownBy(() -> people.realm("system").users().list(0, 1)).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> people.realm("master").users().list(0, 1)).isInstanceOf(ForbiddenException.class);
            try (Response refused = people.realm("member").clients().create(new ClientRepresentation())) {
                assertThat(refused.getStatus()).isEqualTo(403);
            }
            people.realm("employer").users().get(id).remove();
        }
    }

    @Test
    void a_right_that_auth_service_was_given_besides_is_taken_back() {
        RealmResource master = keycloak.realm("master");
        String client =
                master.clients().findByClientId(PeopleClient.NAME).getFirst().getId();
        RoleScopeResource roles = master.users()
                .get(master.clients().get(client).getServiceAccountUser().getId())
                .roles()
                .realmLevel();
        roles.add(List.of(master.roles().get("admin").toRepresentation()));

        assertThat(server.applyRealms()).containsExactly("master: service account: roles taken back");

        assertThat(roles.listAll()).isEmpty();
    }

    /** Every value Keycloak exports of the four realms with its place, without an order: Keycloak keeps none. */
    private static Set<String> everything() {
        Set<String> values = new TreeSet<>();
        for (String realm : RealmFile.REALMS) {
            collect(realm, JSON.valueToTree(keycloak.realm(realm).partialExport(true, true)), values);
            collect(
                    realm,
                    JSON.valueToTree(keycloak.realm(realm).users().userProfile().getConfiguration()),
                    values);
        }
        return values;
    }

    private static void collect(String place, JsonNode node, Set<String> values) {
        if (node.isValueNode()) {
            values.add(place + "=" + node.asText());
        } else if (node.isArray()) {
            node.forEach(element -> collect(place, element, values));
        } else {
            node.properties().forEach(entry -> collect(place + "/" + entry.getKey(), entry.getValue(), values));
        }
    }

    private static Set<String> difference(Set<String> from, Set<String> without) {
        Set<String> rest = new TreeSet<>(from);
        rest.removeAll(without);
        return rest;
    }

    /** Keycloak's own count of what was changed in each realm. */
    private static List<Integer> recordedWrites() {
        return RealmFile.REALMS.stream()
                .map(realm -> keycloak.realm(realm)
                        .getAdminEvents(null, null, null, null, null, null, null, null, 0, 10_000)
                        .size())
                .toList();
    }

    private static String user(String name, Map<String, List<String>> attributes) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEnabled(true);
        user.setAttributes(
                attributes.isEmpty()
                        ? Map.of("memberNumber", List.of("0000001975"), "birthDate", List.of("1975-12-31"))
                        : attributes);
        try (Response response = keycloak.realm("member").users().create(user)) {
            return CreatedResponseUtil.getCreatedId(response);
        }
    }

    static CredentialRepresentation credential(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        return credential;
    }

    private static HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return answer(request);
    }

    private static HttpResponse<String> answer(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                .sslContext(folder.certificates().sslContext())
                .build()) {
            return http.send(request, BodyHandlers.ofString());
        }
    }

    private static JsonNode payload(String token) throws JsonProcessingException {
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JSON.readTree(new String(payload, UTF_8));
    }

    private static List<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
