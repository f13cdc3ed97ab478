package jp.nenkin.auth.registration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.auth.Registering.PASSWORD;
import static jp.nenkin.auth.Registering.body;
import static jp.nenkin.auth.Registering.complete;
import static jp.nenkin.auth.Registering.letter;
import static jp.nenkin.auth.Registering.loginId;
import static jp.nenkin.auth.Registering.open;
import static jp.nenkin.auth.Registering.opened;
import static jp.nenkin.auth.Registering.opening;
import static jp.nenkin.auth.Registering.post;
import static jp.nenkin.auth.Registering.registered;
import static jp.nenkin.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.nenkin.auth.LocalUsers;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.auth.Told;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.local.MailServer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class RegistrationTest {

    @Test
    void a_member_registers_confirms_the_address_and_both_are_told() {
        String number = Told.member();
        String loginId = loginId();
        String email = number + "@mail.example";
        try (MailServer mail = LocalParts.mail()) {
            String ticket = opened(number.replaceFirst("^0+", ""), loginId, email);
            complete(ticket, PASSWORD)
                    .statusCode(201)
                    .header("Cache-Control", "no-store")
                    .body("loginId", equalTo(loginId))
                    .body("mail", equalTo("SENT"));
            complete(ticket, PASSWORD).statusCode(201).body("loginId", equalTo(loginId));
            assertThat(LocalUsers.of(loginId)).hasSize(1).allSatisfy(user -> {
                assertThat(user.path("attributes").path("memberNumber").path(0).asText())
                        .isEqualTo(number);
                assertThat(user.path("attributes").path("birthDate").path(0).asText())
                        .isEqualTo("1970-04-10");
            });
            assertThat(letter(mail, email, "確認").body()).doesNotContain(number, loginId, "太郎");

            String token = opening(mail, email, "確認");
            post("/email-confirmations", Map.of("token", token)).statusCode(204);
            refused(post("/email-confirmations", Map.of("token", token)), 410, "link-over");
        }
        assertThat(told(number, 2))
                .containsExactly("jp.nenkin.auth.LoginIdRegistered.v1", "jp.nenkin.auth.EmailVerified.v1");
        assertThat(Sql.column("SELECT email FROM member_contact WHERE member_number = ?", number))
                .containsExactly(email);
    }

    @Test
    void whichever_is_wrong_the_answer_is_the_same() {
        String frozen = Told.member();
        Told.lost(frozen, LossCause.RETIREMENT);
        Told.stands(frozen, AccountStanding.FROZEN);
        String dead = Told.member();
        Told.lost(dead, LossCause.DEATH);
        List<Map<String, String>> wrong = List.of(
                body("9999999999", Told.BORN, loginId(), null),
                body(Told.member(), Told.BORN.plusDays(1), loginId(), null),
                body(frozen, Told.BORN, loginId(), null),
                body(dead, Told.BORN, loginId(), null));
        List<String> answers = wrong.stream()
                .map(request -> refused(open(request), 422, "identity-not-matched")
                        .extract()
                        .asString())
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
    }

    @Test
    void who_left_with_a_right_registers_as_well() {
        String number = Told.member();
        Told.lost(number, LossCause.RETIREMENT);
        Told.stands(number, AccountStanding.PAYABLE);
        assertThat(registered(number, null)).isNotEmpty();
    }

    @Test
    void one_login_id_a_member_and_one_member_a_login_id() {
        String number = Told.member();
        String loginId = registered(number, null);
        refused(open(body(number, Told.BORN, loginId(), null)), 409, "already-registered");
        refused(open(body(Told.member(), Told.BORN, loginId.toUpperCase(Locale.ROOT), null)), 409, "login-id-taken");
    }

    @Test
    void of_two_who_race_one_wins() throws Exception {
        String loginId = loginId();
        assertThat(statuses(List.of(
                        body(Told.member(), Told.BORN, loginId, null),
                        body(Told.member(), Told.BORN, loginId.toUpperCase(Locale.ROOT), null))))
                .containsExactlyInAnyOrder(201, 409);

        String number = Told.member();
        List<String> tickets = List.of(opened(number, loginId(), null), opened(number, loginId(), null));
        assertThat(atOnce(tickets.stream()
                        .<Callable<Integer>>map(ticket ->
                                () -> complete(ticket, PASSWORD).extract().statusCode())
                        .toList()))
                .containsExactlyInAnyOrder(201, 410);
        assertThat(Sql.number("SELECT count(*) FROM login_account WHERE member_number = ?", number))
                .isEqualTo(1);

        String twice = Told.member();
        String ticket = opened(twice, loginId(), null);
        assertThat(atOnce(List.<Callable<Integer>>of(
                        () -> complete(ticket, PASSWORD).extract().statusCode(),
                        () -> complete(ticket, PASSWORD).extract().statusCode())))
                .containsOnly(201);
        assertThat(told(twice, 1)).hasSize(1);
    }

    @Test
    void of_forty_guesses_at_once_five_are_evaluated() throws Exception {
        String number = Told.member();
        List<Integer> answers = statuses(IntStream.range(0, 40)
                .mapToObj(i -> body(number, Told.BORN.plusDays(1 + i), loginId(), null))
                .toList());
        assertThat(answers).filteredOn(status -> status == 422).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(35);
        refused(open(body(number, Told.BORN, loginId(), null)), 429, "too-many-tries");
    }

    /** As when the process dies between Keycloak's answer and the commit: the commit is what fails here. */
    @Test
    void cut_off_after_keycloak_the_same_request_finishes() {
        String number = Told.member();
        String loginId = loginId();
        String ticket = opened(number, loginId, null);
        registeringFails(number);
        complete(ticket, PASSWORD).statusCode(500);
        assertThat(LocalUsers.of(loginId)).hasSize(1);
        Sql.run("DROP TRIGGER cut ON login_account");
        complete(ticket, PASSWORD).statusCode(201);
        assertThat(told(number, 1)).hasSize(1);
        assertThat(LocalUsers.of(loginId)).hasSize(1);
    }

    @Test
    void cut_off_after_keycloak_and_never_sent_again_it_is_finished_too() {
        String number = Told.member();
        String loginId = loginId();
        String ticket = opened(number, loginId, null);
        registeringFails(number);
        complete(ticket, PASSWORD).statusCode(500);
        Sql.run("DROP TRIGGER cut ON login_account");
        Sql.run(
                "UPDATE login_account SET submitted_at = submitted_at - interval '2 minutes' WHERE member_number = ?",
                number);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Sql.number(
                                "SELECT count(*) FROM login_account WHERE state = 'REGISTERED' AND member_number = ?",
                                number)
                        == 1);
    }

    @Test
    void a_password_that_does_not_pass_leaves_the_draft() {
        String ticket = opened(Told.member(), loginId(), null);
        for (String password : List.of("short1", "onlyletters", "12345678", "yamabuki71kaze", "password1")) {
            refused(complete(ticket, password), 400, "invalid");
        }
        complete(ticket, PASSWORD).statusCode(201);
        refused(complete("x".repeat(43), PASSWORD), 410, "registration-over");
    }

    @Test
    void a_token_opens_none_of_it_and_the_text_is_in_both_languages() {
        RestAssured.given()
                .spec(LocalParts.anonymous())
                .header("Accept-Language", "en")
                .get("/consent")
                .then()
                .statusCode(200)
                .body("version", equalTo("2026-11-01"))
                .body("title", equalTo("About the use of the pension portal"));
        Map<String, String> outdated = body(Told.member(), Told.BORN, loginId(), null);
        outdated.put("consentVersion", "2020-01-01");
        refused(open(outdated), 409, "consent-outdated");
        refused(open(body("12345678901", Told.BORN, "full width", "no address")), 400, "invalid");
    }

    private static void registeringFails(String number) {
        Sql.run("""
                CREATE OR REPLACE FUNCTION auth.cut() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'cut'; END $$
                """);
        Sql.run("""
                CREATE OR REPLACE TRIGGER cut BEFORE UPDATE ON login_account FOR EACH ROW
                WHEN (new.state = 'REGISTERED' AND new.member_number = '%s') EXECUTE FUNCTION auth.cut()
                """.formatted(number));
    }

    private static List<Integer> statuses(List<Map<String, String>> requests) throws Exception {
        return atOnce(requests.stream()
                .<Callable<Integer>>map(request -> () -> open(request).extract().statusCode())
                .toList());
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = calls.stream().map(threads::submit).toList();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static List<String> told(String number, int enough) {
        return LocalParts.read(
                        Topics.AUTH_EVENTS,
                        Duration.ofSeconds(20),
                        found -> found.stream()
                                        .filter(record -> record.key().equals(number))
                                        .count()
                                >= enough)
                .stream()
                .filter(record -> record.key().equals(number))
                .map(record -> new String(record.headers().lastHeader("ce_type").value(), UTF_8))
                .toList();
    }
}
