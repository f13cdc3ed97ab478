package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
class IdempotencyTest {
    private final String key = UUID.randomUUID().toString();
    private final String name = "n" + key.substring(0, 8);

    @Test
    void a_repetition_gets_the_first_answer_and_has_no_effect() {
        Response first = post(LocalParts.asOfficer(), key, name);
        Response second = post(LocalParts.asOfficer(), key, name);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString()).contains(name);
        assertThat(second.header("Location"))
                .isEqualTo(first.header("Location"))
                .contains("/trials/");
        assertThat(second.contentType()).isEqualTo(first.contentType());
        assertThat(trials(name)).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_request_is_422() {
        post(LocalParts.asOfficer(), key, name);

        Response other = post(LocalParts.asOfficer(), key, name + "x");

        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.jsonPath().getString("code")).isEqualTo("idempotency-key-reused");
        assertThat(trials(name + "x")).isZero();
    }

    @Test
    void keys_of_two_callers_do_not_meet() {
        assertThat(post(LocalParts.asOfficer(), key, name).statusCode()).isEqualTo(201);
        assertThat(post(LocalParts.asOtherOfficer(), key, name).statusCode()).isEqualTo(201);
        assertThat(trials(name)).isEqualTo(2);
    }

    @Test
    void without_a_key_nothing_is_done() {
        Response missing = LocalParts.asOfficer().body(body("1000001", name)).post("/trials");

        assertThat(missing.statusCode()).isEqualTo(400);
        assertThat(missing.jsonPath().getString("code")).isEqualTo("idempotency-key-missing");
        assertThat(trials(name)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", "é", "0123456789abcdef%s"})
    void a_key_that_is_none_is_400(String bad) {
        Response answer = post(LocalParts.asOfficer(), bad.formatted("0".repeat(240)), name);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("idempotency-key-malformed");
    }

    @Test
    void eight_at_once_have_one_effect_and_one_answer() throws Exception {
        String slow = "slow" + name;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Response>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> post(LocalParts.asOfficer(), key, slow)))
                    .toList();
            String first = answers.getFirst().get().asString();
            for (Future<Response> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                assertThat(answer.get().asString()).isEqualTo(first);
            }
        }
        assertThat(trials(slow)).isEqualTo(1);
    }

    @Test
    void a_key_too_long_in_progress_is_409() throws SQLException {
        String caller = "system/"
                + Sql.column("SELECT split_part(caller, '/', 2) FROM idempotency_record WHERE key = ?", taken())
                        .getFirst();
        try (Connection other = LocalParts.database()) {
            other.setAutoCommit(false);
            try (PreparedStatement lock = other.prepareStatement(
                    "SELECT pg_advisory_xact_lock(hashtextextended(?, hashtextextended(?, 0)))")) {
                lock.setString(1, key);
                lock.setString(2, caller);
                lock.execute();
            }
            Response busy = post(LocalParts.asOfficer(), key, name);
            assertThat(busy.statusCode()).isEqualTo(409);
            assertThat(busy.jsonPath().getString("code")).isEqualTo("idempotency-key-in-progress");
            assertThat(busy.header("Retry-After")).isEqualTo("1");
            other.rollback();
        }
        assertThat(post(LocalParts.asOfficer(), key, name).statusCode()).isEqualTo(201);
    }

    @Test
    void a_refusal_is_not_kept() {
        assertThat(post(LocalParts.asOfficer(), key, "refused").statusCode()).isEqualTo(409);
        assertThat(post(LocalParts.asOfficer(), key, name).statusCode()).isEqualTo(201);
    }

    @Test
    void what_is_not_committed_is_not_answered_with_success() {
        assertThat(post(LocalParts.asOfficer(), key, "uncommittable").statusCode())
                .isEqualTo(500);
        assertThat(post(LocalParts.asOfficer(), key, "uncommittable").statusCode())
                .isEqualTo(500);
        assertThat(Sql.number("SELECT count(*) FROM idempotency_record WHERE key = ?", key))
                .isZero();
        assertThat(trials("uncommittable")).isZero();
    }

    private String taken() {
        String other = key + "-taken";
        post(LocalParts.asOfficer(), other, name + "taken");
        return other;
    }

    private static Response post(RequestSpecification as, String key, String name) {
        return as.header("Idempotency-Key", key).body(body("1000001", name)).post("/trials");
    }

    private static String body(String number, String name) {
        return "{\"establishmentNumber\":\"%s\",\"name\":\"%s\"}".formatted(number, name);
    }

    private static long trials(String name) {
        return Sql.number("SELECT count(*) FROM trial WHERE name = ?", name);
    }
}
