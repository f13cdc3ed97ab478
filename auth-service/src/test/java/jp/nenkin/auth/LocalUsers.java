package jp.nenkin.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import jp.nenkin.keycloak.AdminAccess;
import jp.nenkin.kit.LocalParts;
import org.jspecify.annotations.Nullable;

/** Looks into Keycloak, and does there what an administrator may. */
public final class LocalUsers {
    private static final AtomicReference<@Nullable Token> TOKEN = new AtomicReference<>();

    private LocalUsers() {}

    /** How many sessions somebody has there. */
    public static long sessionsOf(String realm, String subject) {
        return asAdmin()
                .get("/admin/realms/{realm}/users/{subject}/sessions", realm, subject)
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class)
                .size();
    }

    /** Members whom it knows by this login ID. */
    public static List<JsonNode> of(String loginId) {
        JsonNode found = asAdmin()
                .queryParam("username", loginId)
                .queryParam("exact", true)
                .get("/admin/realms/member/users")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
        return StreamSupport.stream(found.spliterator(), false).toList();
    }

    public static void endSessionsOf(String realm, String subject) {
        asAdmin()
                .post("/admin/realms/{realm}/users/{subject}/logout", realm, subject)
                .then()
                .statusCode(204);
    }

    /** Somebody as Keycloak tells him. */
    public static JsonPath user(String realm, String id) {
        return asAdmin()
                .get("/admin/realms/{realm}/users/{id}", realm, id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public static List<String> rolesOf(String realm, String id) {
        return asAdmin()
                .get("/admin/realms/{realm}/users/{id}/role-mappings/realm", realm, id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("name");
    }

    private static RequestSpecification asAdmin() {
        AdminAccess admin = LocalParts.admin();
        return RestAssured.given()
                .spec(LocalParts.anonymous())
                .baseUri(admin.url().toString())
                .auth()
                .oauth2(token(admin));
    }

    private static String token(AdminAccess admin) {
        Token token = TOKEN.get();
        if (token == null || token.isOld()) {
            token = new Token(issued(admin), Instant.now());
            TOKEN.set(token);
        }
        return token.value();
    }

    private static String issued(AdminAccess admin) {
        return RestAssured.given()
                .spec(LocalParts.anonymous())
                .baseUri(admin.url().toString())
                .contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", admin.clientId())
                .formParam("client_secret", admin.clientSecret())
                .post("/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Signed anew for each question, it would cost more than the question. */
    private record Token(String value, Instant issuedAt) {
        /** It lasts for a minute. */
        boolean isOld() {
            return issuedAt.isBefore(Instant.now().minusSeconds(30));
        }
    }
}
