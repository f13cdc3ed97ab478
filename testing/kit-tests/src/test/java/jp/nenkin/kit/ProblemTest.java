package jp.nenkin.kit;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import jp.nenkin.keycloak.DemoClient;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ProblemTest {

    @Test
    void health_and_openapi_are_open() {
        LocalParts.anonymous().get("/q/health").then().statusCode(200);
        LocalParts.anonymous().get("/q/openapi").then().statusCode(200).body(containsString("/parked-events"));
    }

    @Test
    void without_a_token_nothing_is_told_not_even_what_exists() {
        assertThat(List.of("/trials/today", "/nowhere", "/q/metrics", "/"))
                .allSatisfy(path ->
                        refusedAsUnknown(LocalParts.anonymous().get(path).then()));
    }

    static Stream<String> badTokens() {
        String token = LocalParts.token(DemoClient.officerA());
        String[] parts = token.split("\\.", -1);
        return Stream.of(
                "abc",
                parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 6) + "AAAAAA",
                "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + parts[1] + ".",
                parts[0] + "." + parts[1].substring(1) + "." + parts[2]);
    }

    @Test
    void a_token_that_is_not_one_is_401() {
        assertThat(badTokens())
                .allSatisfy(token -> refusedAsUnknown(LocalParts.anonymous()
                        .auth()
                        .oauth2(token)
                        .get("/trials/today")
                        .then()));
    }

    @Test
    void what_belongs_to_another_is_the_same_403_whether_or_not_it_exists() {
        LocalParts.asOfficer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"establishmentNumber\":\"1000077\",\"name\":\"exists\"}")
                .post("/trials")
                .then()
                .statusCode(201);

        String existing = problem(
                        LocalParts.asEstablishment("1000001")
                                .get("/trials/of/1000077")
                                .then(),
                        403,
                        "forbidden")
                .extract()
                .asString();
        String missing = problem(
                        LocalParts.asEstablishment("1000001")
                                .get("/trials/of/1000078")
                                .then(),
                        403,
                        "forbidden")
                .extract()
                .asString();

        assertThat(existing).isEqualTo(missing);
        problem(LocalParts.asMember("0000001234").get("/trials/of/1000077").then(), 403, "forbidden");
        problem(LocalParts.asEstablishment("1000001").get("/parked-events").then(), 403, "forbidden");
    }

    @Test
    void a_role_without_its_number_is_403() {
        DemoClient numberless = new DemoClient("system", "numberless", List.of("establishment"), Map.of());
        problem(LocalParts.as(numberless).get("/trials/of/1000066").then(), 403, "forbidden");
    }

    @Test
    void an_officer_does_what_his_duties_say() {
        RequestSpecification approver = LocalParts.as(DemoClient.officer("only-approver", "approver"));
        for (RequestSpecification reader : List.of(LocalParts.asAuditor(), approver)) {
            reader.get("/parked-events").then().statusCode(200);
            String retry = "/parked-events/" + UUID.randomUUID() + "/retry";
            problem(given().spec(reader).post(retry).then(), 403, "forbidden");
            problem(
                    given().spec(reader)
                            .header("Idempotency-Key", "duties")
                            .body(Map.of("establishmentNumber", "1000001", "name", "duties"))
                            .post("/trials")
                            .then(),
                    403,
                    "forbidden");
        }
        RequestSpecification idle = LocalParts.as(DemoClient.officer("idle"));
        problem(idle.get("/parked-events").then(), 403, "forbidden");
    }

    @Test
    void http_refusals_are_problems() {
        problem(LocalParts.asOfficer().get("/nowhere").then(), 404, "not-found");
        problem(LocalParts.asOfficer().delete("/trials").then(), 405, "method-not-allowed");
        problem(
                LocalParts.asOfficer()
                        .contentType(ContentType.XML)
                        .body("<a/>")
                        .post("/trials")
                        .then(),
                415,
                "unsupported-media-type");
        problem(LocalParts.asOfficer().accept("image/png").get("/trials/today").then(), 406, "not-acceptable");
        problem(
                LocalParts.asOfficer()
                        .post("/parked-events/" + UUID.randomUUID() + "/retry")
                        .then(),
                404,
                "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "nonsense", "[]", "\"text\"", "{\"establishmentNumber\":\"1000001\"} more"})
    void what_is_no_json_of_ours_is_400(String body) {
        problem(post(body), 400, "malformed");
    }

    static Stream<Arguments> unreadableFields() {
        return Stream.of(
                Arguments.of("\"amount\":300000.7", "amount", "field-unreadable"),
                Arguments.of("\"amount\":\"300000\"", "amount", "field-unreadable"),
                Arguments.of("\"amount\":1e30", "amount", "field-unreadable"),
                Arguments.of("\"on\":\"2024-02-30\"", "on", "field-unreadable"),
                Arguments.of("\"on\":20240203", "on", "field-unreadable"),
                Arguments.of("\"parts\":[{\"name\":\"ab\"},{\"name\":{}}]", "parts[1].name", "field-unreadable"),
                Arguments.of("\"amuont\":1", "amuont", "field-unknown"));
    }

    @ParameterizedTest
    @MethodSource("unreadableFields")
    void an_unreadable_field_is_named(String member, String field, String code) {
        problem(post("{\"establishmentNumber\":\"1000001\",\"name\":\"a\"," + member + "}"), 400, "invalid")
                .body("errors.field", contains(field))
                .body("errors.code", contains(code));
    }

    @Test
    void broken_rules_are_listed_by_field_in_the_language_asked_for() {
        String body = "{\"establishmentNumber\":\"12\",\"amount\":0,\"parts\":[{\"name\":\"ab\"},{\"name\":\"a\"}]}";

        problem(post(body), 400, "invalid")
                .body("errors.field", contains("amount", "establishmentNumber", "name", "parts[1].name"))
                .body("errors.code", contains("positive", "pattern", "not-null", "size"))
                .body("errors.message", hasItem("0 より大きな値にしてください"))
                .body("errors.message", hasItem("値の形式が正しくありません。"))
                .body("errors.message", not(hasItem(containsString("[0-9]"))));
        problem(post(LocalParts.asOfficer().header("Accept-Language", "en"), body), 400, "invalid")
                .body("errors.message", hasItem("must be greater than 0"));
    }

    @Test
    void a_missing_body_and_a_bad_parameter_are_400() {
        problem(
                        LocalParts.asOfficer()
                                .header("Idempotency-Key", "k")
                                .post("/trials")
                                .then(),
                        400,
                        "invalid")
                .body("errors.field", contains("trial"));
        problem(LocalParts.asOfficer().get("/trials/echo?number=-1").then(), 400, "invalid")
                .body("errors.field", contains("number"));
    }

    static Stream<Arguments> unreadableParameters() {
        String form = "/trials/asked/" + UUID.randomUUID();
        return Stream.of(
                Arguments.of("/trials/echo?number=x", "number", "2025"),
                Arguments.of(form + "?number=1.5", "number", "2025"),
                Arguments.of(form + "?since=yesterday", "since", "2025-06-30T00:00:00Z"),
                Arguments.of(form + "?since=2025-06-30", "since", "2025-06-30T00:00:00Z"),
                Arguments.of(form + "?until=2024-02-30", "until", "2025-03-31"),
                Arguments.of("/trials/asked/17", "id", "0190a6e2-7c11-7b3a-9d5e-3f0000000001"));
    }

    @ParameterizedTest
    @MethodSource("unreadableParameters")
    void an_unreadable_parameter_is_named_with_its_form_in_both_languages(String path, String field, String example) {
        problem(LocalParts.asOfficer().get(path).then(), 400, "invalid")
                .body("errors.field", contains(field))
                .body("errors.code", contains("parameter-unreadable"))
                .body("errors.message", contains(example + " のような形で指定してください。"));
        problem(LocalParts.asOfficer().header("Accept-Language", "en").get(path).then(), 400, "invalid")
                .body("errors.message", contains("Give it in a form such as " + example + "."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour=BLUE", "kind=red"})
    void a_parameter_that_is_none_of_its_values_is_told_them(String query) {
        String path = "/trials/asked/" + UUID.randomUUID() + "?" + query;
        problem(LocalParts.asOfficer().get(path).then(), 400, "invalid")
                .body("errors.field", contains(query.substring(0, query.indexOf('='))))
                .body("errors.code", contains("parameter-not-one-of"))
                .body("errors.message", contains("次のどれかを指定してください: RED, GREEN。"));
        problem(LocalParts.asOfficer().header("Accept-Language", "en").get(path).then(), 400, "invalid")
                .body("errors.message", contains("Give one of these: RED, GREEN."));
    }

    @Test
    void a_parameter_that_the_operation_does_not_have_is_named_with_those_that_it_has() {
        String path = "/trials/asked/" + UUID.randomUUID() + "?nmber=7&Since=2025-06-30T00:00:00Z&colour=RED";
        problem(LocalParts.asOfficer().get(path).then(), 400, "invalid")
                .body("errors.field", containsInAnyOrder("nmber", "Since"))
                .body("errors.code", everyItem(equalTo("parameter-unknown")))
                .body(
                        "errors.message",
                        everyItem(equalTo("このパラメーターはありません。この操作にあるもの: [colour, kind, number, since, until]")));
        problem(
                        LocalParts.asOfficer()
                                .header("Accept-Language", "en")
                                .get("/trials/today?on=x")
                                .then(),
                        400,
                        "invalid")
                .body("errors.message", contains("There is no such parameter. This operation has: []"));
        problem(LocalParts.anonymous().get("/trials/today?on=x").then(), 401, "unauthorized");
    }

    @Test
    void parameters_that_can_be_read_are_read_and_absent_ones_stay_away() {
        UUID id = UUID.randomUUID();
        LocalParts.asOfficer()
                .queryParam("since", "2026-06-01T09:00:00+09:00")
                .get("/trials/asked/" + id + "?number=7&colour=RED&until=2024-02-29&kind=RED")
                .then()
                .statusCode(200)
                .body(equalTo(id + " 7 2026-06-01T00:00:00Z RED 2024-02-29 RED"));
        LocalParts.asOfficer()
                .get("/trials/asked/" + id)
                .then()
                .statusCode(200)
                .body(equalTo(id + " null null null null GREEN"));
        problem(LocalParts.asOfficer().post("/parked-events/nonsense/retry").then(), 400, "invalid")
                .body("errors.field", contains("id"));
    }

    @Test
    void a_service_refuses_with_its_own_code_values_and_retry_after() {
        problem(LocalParts.asOfficer().get("/trials/of/1000404").then(), 409, "trial-not-known")
                .header("Retry-After", "2")
                .header("Content-Language", "ja")
                .body("title", equalTo("試行がありません"))
                .body("detail", equalTo("事業所 1000404 の試行はまだありません。"))
                .body("values.number", equalTo("1000404"))
                .body("type", equalTo("urn:problem-type:nenkin:trial-not-known"));
        problem(
                        LocalParts.asOfficer()
                                .header("Accept-Language", "fr, en-GB;q=0.8, ja;q=0.1")
                                .get("/trials/of/1000404")
                                .then(),
                        409,
                        "trial-not-known")
                .header("Content-Language", "en")
                .body("detail", equalTo("Establishment 1000404 has no trial yet."));
    }

    @Test
    void too_large_a_body_is_413() {
        problem(
                LocalParts.asOfficer()
                        .body(new byte[11 * 1024 * 1024])
                        .post("/trials")
                        .then(),
                413,
                "payload-too-large");
    }

    @Test
    void an_unexpected_fault_tells_nothing_but_where_to_ask() {
        problem(LocalParts.asOfficer().get("/trials/fault").then(), 500, "internal-error")
                .body("instance", startsWith("urn:uuid:"))
                .body(not(containsString("山田")))
                .body(not(containsString("IllegalState")));
    }

    @Test
    void a_fault_that_passes_is_503() {
        problem(LocalParts.asOfficer().get("/trials/away").then(), 503, "unavailable")
                .header("Retry-After", notNullValue());
    }

    @Test
    void plain_http_is_not_spoken() throws IOException {
        int port = ConfigProvider.getConfig().getValue("nenkin.http.port", Integer.class);
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write("GET /q/health HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            try (InputStream answer = socket.getInputStream()) {
                assertThat(new String(answer.readAllBytes(), US_ASCII)).doesNotContain("HTTP/1.1 200");
            }
        }
    }

    @Test
    void an_unknown_authority_is_not_trusted() {
        int port = ConfigProvider.getConfig().getValue("nenkin.http.port", Integer.class);
        assertThatThrownBy(() -> given().get("https://localhost:" + port + "/q/health"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    private static void refusedAsUnknown(ValidatableResponse answer) {
        assertThat(problem(answer, 401, "unauthorized").extract().headers().getValues("WWW-Authenticate"))
                .containsExactly("Bearer");
    }

    private static ValidatableResponse post(String body) {
        return post(LocalParts.asOfficer(), body);
    }

    private static ValidatableResponse post(RequestSpecification request, String body) {
        return request.header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/trials")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }
}
