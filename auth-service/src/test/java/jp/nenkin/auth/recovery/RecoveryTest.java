package jp.nenkin.auth.recovery;

import static jp.nenkin.auth.Registering.confirmed;
import static jp.nenkin.auth.Registering.letter;
import static jp.nenkin.auth.Registering.loginId;
import static jp.nenkin.auth.Registering.opening;
import static jp.nenkin.auth.Registering.post;
import static jp.nenkin.auth.Registering.registered;
import static jp.nenkin.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.nenkin.auth.LocalUsers;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.auth.Registering;
import jp.nenkin.auth.Told;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.local.MailServer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class RecoveryTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String PASSWORD = "tsubame58";

    @Test
    void a_forgotten_login_id_is_replaced_by_the_link_that_goes_to_the_address() {
        String number = Told.member();
        String email = number + "@mail.example";
        String chosen = loginId();
        try (MailServer mail = LocalParts.mail()) {
            String forgotten = confirmed(mail, number, email);
            forgotId(number, "1970-04-10").statusCode(202);
            String token = opening(mail, email, "ログインIDの再登録");
            newId(token, forgotten).statusCode(409);
            newId(token, chosen).statusCode(201);
            refused(newId(token, loginId()), 410, "link-over");
            assertThat(letter(mail, email, "再登録されました").body()).doesNotContain(chosen, forgotten, number);
            assertThat(LocalUsers.of(chosen)).hasSize(1);
            await().atMost(LIMIT).until(() -> LocalUsers.of(forgotten).isEmpty());
            assertThat(Sql.column("SELECT state FROM login_account WHERE member_number = ? ORDER BY opened_at", number))
                    .containsExactly("ENDED", "REGISTERED");
            assertThat(Sql.column("SELECT type FROM outbox WHERE key = ? ORDER BY id", number))
                    .endsWith("jp.nenkin.auth.LoginIdReplaced.v1");
        }
    }

    @Test
    void a_forgotten_password_is_replaced_and_every_session_ends() {
        String number = Told.member();
        String email = number + "@mail.example";
        try (MailServer mail = LocalParts.mail()) {
            String loginId = confirmed(mail, number, email);
            post("/password-recoveries", Map.of("loginId", loginId)).statusCode(202);
            String token = opening(mail, email, "パスワードの再設定");
            refused(newPassword(Map.of("token", token, "password", "password1")), 400, "invalid");
            refused(newPassword(Map.of("token", token, "password", "short")), 400, "invalid");
            newPassword(Map.of("token", token, "password", PASSWORD)).statusCode(204);
            refused(newPassword(Map.of("token", token, "password", PASSWORD)), 410, "link-over");
            assertThat(letter(mail, email, "パスワードが変更されました").body()).doesNotContain(PASSWORD, loginId);
        }
    }

    @Test
    void without_an_address_a_letter_brings_a_code() {
        String number = Told.member();
        String _ = registered(number, null);
        forgotId(number, "1970-04-10").statusCode(202);
        await().atMost(LIMIT).until(() -> waiting().contains(number));
        String code = code(number);
        assertThat(code).matches("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}");
        assertThat(waiting()).doesNotContain(number);
        assertThat(Sql.number(
                        "SELECT count(*) FROM recovery WHERE member_number = ? AND secret_hash IS NOT NULL", number))
                .isEqualTo(1);

        refused(withCode(Told.member(), code, "password"), 410, "link-over");
        withCode(number, code.toLowerCase(Locale.ROOT).replace("-", " "), PASSWORD)
                .statusCode(204);
        refused(withCode(number, code, PASSWORD), 410, "link-over");
    }

    @Test
    void who_asks_learns_nothing_and_nobody_guesses_a_code() {
        String number = Told.member();
        String _ = registered(number, null);
        List<String> answers = List.of(
                forgotId("8888888888", "1970-04-10").statusCode(202).extract().asString(),
                forgotId(number, "1970-04-11").statusCode(202).extract().asString(),
                post("/password-recoveries", Map.of("loginId", loginId()))
                        .statusCode(202)
                        .extract()
                        .asString());
        assertThat(answers).containsOnly("");
        await().atMost(LIMIT).until(() -> Sql.number("SELECT count(*) FROM recovery_ask") == 0);
        assertThat(waiting()).doesNotContain(number);
        // With the registration and the ask, five.
        for (int i = 0; i < 3; i++) {
            refused(withCode(number, "AAAA-BBBB-CCC" + i, PASSWORD), 410, "link-over");
        }
        refused(withCode(number, "AAAA-BBBB-CCCC", PASSWORD), 429, "too-many-tries");
    }

    @Test
    void only_officers_see_who_waits_and_make_codes() {
        String number = Told.member();
        for (var wrong : List.of(
                LocalParts.asMember(number),
                LocalParts.asEstablishment("1000001"),
                LocalParts.asConsultant("10000001"))) {
            refused(RestAssured.given().spec(wrong).get("/recovery-requests").then(), 403, "forbidden");
            refused(post(wrong, "/recovery-codes", Map.of("memberNumber", number)), 403, "forbidden");
        }
        refused(post(LocalParts.asOfficer(), "/recovery-codes", Map.of("memberNumber", number)), 409, "no-login-id");
        refused(post("/password-recoveries", Map.of()), 400, "not-said-who");
        refused(post("/password-recoveries/completion", Map.of("password", PASSWORD)), 400, "not-proven");
    }

    private static ValidatableResponse forgotId(String number, String birthDate) {
        return post("/login-id-recoveries", Map.of("memberNumber", number, "birthDate", birthDate));
    }

    private static ValidatableResponse newId(String token, String loginId) {
        return post(
                "/login-id-recoveries/completion", Map.of("token", token, "loginId", loginId, "password", PASSWORD));
    }

    private static ValidatableResponse newPassword(Map<String, String> body) {
        return post("/password-recoveries/completion", body);
    }

    private static ValidatableResponse withCode(String number, String code, String password) {
        return newPassword(Map.of("memberNumber", number, "code", code, "password", password));
    }

    private static String code(String number) {
        return Registering.post(LocalParts.asOfficer(), "/recovery-codes", Map.of("memberNumber", number))
                .statusCode(201)
                .extract()
                .as(JsonNode.class)
                .path("code")
                .asText();
    }

    private static String waiting() {
        return RestAssured.given()
                .spec(LocalParts.asOfficer())
                .get("/recovery-requests")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
