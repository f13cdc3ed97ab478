package jp.nenkin.auth.account;

import static jp.nenkin.auth.Registering.confirmed;
import static jp.nenkin.auth.Registering.letter;
import static jp.nenkin.auth.Registering.opening;
import static jp.nenkin.auth.Registering.post;
import static jp.nenkin.auth.Registering.registered;
import static jp.nenkin.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.auth.LocalUsers;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.auth.Told;
import jp.nenkin.events.LossCause;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.local.MailServer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class AccountTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void a_member_sees_his_login_id_and_changes_the_address() {
        String number = Told.member();
        String before = number + "@mail.example";
        String after = number + "@other.example";
        try (MailServer mail = LocalParts.mail()) {
            String loginId = confirmed(mail, number, before);
            change(number, after).statusCode(202);
            assertThat(letter(mail, before, "変更を受け付けました").body()).doesNotContain(after);
            String lost = opening(mail, after, "確認");
            post(LocalParts.asMember(number), "/members/" + number + "/email-changes/sending", Map.of())
                    .statusCode(202);
            await().atMost(LIMIT).until(() -> !opening(mail, after, "確認").equals(lost));
            refused(post("/email-confirmations", Map.of("token", lost)), 410, "link-over");
            account(number)
                    .body("loginId", equalTo(loginId))
                    .body("email.address", equalTo(before))
                    .body("newEmail.address", equalTo(after))
                    .body("newEmail.mail", equalTo("SENT"))
                    .body("twoFactor", equalTo(false));
            post("/email-confirmations", Map.of("token", opening(mail, after, "確認")))
                    .statusCode(204);
            assertThat(letter(mail, before, "変更されました").body()).doesNotContain(after);
            account(number).body("email.address", equalTo(after)).body("newEmail", nullValue());
            refused(
                    post(LocalParts.asMember(number), "/members/" + number + "/email-changes/sending", Map.of()),
                    409,
                    "nothing-to-confirm");
        }
    }

    @Test
    void nobody_else_sees_or_changes_it() {
        String number = Told.member();
        String _ = registered(number, null);
        for (var wrong : List.of(
                LocalParts.asMember(Told.member()), LocalParts.asOfficer(), LocalParts.asEstablishment("1000001"))) {
            for (String path : List.of("login-account", "sign-ins")) {
                refused(
                        RestAssured.given()
                                .spec(wrong)
                                .get("/members/" + number + "/" + path)
                                .then(),
                        403,
                        "forbidden");
            }
            refused(
                    post(
                            wrong,
                            "/members/" + number + "/email-changes",
                            Map.of("email", "a@b.example", "language", "JAPANESE")),
                    403,
                    "forbidden");
        }
        refused(change(number, "a@b@c.example"), 400, "invalid");
        String none = Told.member();
        refused(
                RestAssured.given()
                        .spec(LocalParts.asMember(none))
                        .get("/members/" + none + "/login-account")
                        .then(),
                404,
                "not-found");
        RestAssured.given()
                .spec(LocalParts.asMember(number))
                .get("/members/" + number + "/sign-ins")
                .then()
                .statusCode(200);
    }

    @Test
    void a_corrected_birth_date_reaches_keycloak() {
        String number = Told.member();
        String loginId = registered(number, null);
        Told.profile(number, LocalDate.of(1970, 4, 11));
        await().atMost(LIMIT).until(() -> birthDate(loginId).equals("1970-04-11"));
    }

    @Test
    void a_leaver_keeps_it_and_a_death_closes_it_until_it_is_taken_back() {
        String number = Told.member();
        String loginId = registered(number, null);
        UUID left = Told.lost(number, LossCause.RETIREMENT);
        Told.cancelled(number, left);
        assertThat(enabled(loginId)).isTrue();
        UUID died = Told.lost(number, LossCause.DEATH);
        await().atMost(LIMIT).until(() -> !enabled(loginId));
        Told.cancelled(number, died);
        await().atMost(LIMIT).until(() -> enabled(loginId));
    }

    @Test
    void who_is_erased_is_gone_here_and_there() {
        String number = Told.member();
        String loginId = registered(number, null);
        Told.erased(number);
        await().atMost(LIMIT).until(() -> LocalUsers.of(loginId).isEmpty());
        assertThat(Sql.number("SELECT count(*) FROM login_account WHERE member_number = ?", number))
                .isZero();
    }

    private static ValidatableResponse account(String number) {
        return RestAssured.given()
                .spec(LocalParts.asMember(number))
                .get("/members/" + number + "/login-account")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse change(String number, String email) {
        return post(
                LocalParts.asMember(number),
                "/members/" + number + "/email-changes",
                Map.of("email", email, "language", "JAPANESE"));
    }

    private static String birthDate(String loginId) {
        return user(loginId).path("attributes").path("birthDate").path(0).asText();
    }

    private static boolean enabled(String loginId) {
        return user(loginId).path("enabled").asBoolean();
    }

    private static JsonNode user(String loginId) {
        return LocalUsers.of(loginId).getFirst();
    }
}
