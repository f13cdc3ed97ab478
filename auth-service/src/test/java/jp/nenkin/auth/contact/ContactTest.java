package jp.nenkin.auth.contact;

import static jp.nenkin.kit.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.MemberContact;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class ContactTest {

    @Test
    void what_a_member_gave_last_holds_and_is_told() throws IOException, SQLException {
        post(LocalParts.asOfficer(), contact("0000000401", "taro@mail.example", "JAPANESE"))
                .statusCode(201)
                .header("Location", endsWith("/contacts/0000000401"));
        post(LocalParts.asOtherOfficer(), contact("0000000401", "taro.nenkin@mail.example", "ENGLISH"))
                .statusCode(201);

        get(LocalParts.asOfficer(), "0000000401")
                .statusCode(200)
                .body("email", equalTo("taro.nenkin@mail.example"))
                .body("language", equalTo("ENGLISH"));
        List<ConsumerRecord<String, byte[]>> told = told("0000000401", 2);
        assertThat(EventJson.mapper().readValue(told.getFirst().value(), MemberContact.class))
                .isEqualTo(new MemberContact("0000000401", "taro@mail.example", ContactLanguage.JAPANESE));
        assertThat(EventJson.mapper().readValue(told.getLast().value(), MemberContact.class))
                .isEqualTo(new MemberContact("0000000401", "taro.nenkin@mail.example", ContactLanguage.ENGLISH));
        assertThat(new String(told.getFirst().headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("jp.nenkin.auth.MemberContact.v1");
        assertThat(Sql.column("select body from idempotency_record where operation = 'record-contact'"))
                .as("the address stands in one place")
                .isNotEmpty()
                .isNotEmpty()
                .containsOnlyNulls();
    }

    @Test
    void a_repeated_request_is_recorded_once() {
        String key = UUID.randomUUID().toString();
        Map<String, String> contact = contact("0000000402", "hanako@mail.example", "JAPANESE");
        post(LocalParts.asOfficer(), key, contact).statusCode(201);
        post(LocalParts.asOfficer(), key, contact).statusCode(201);
        assertThat(told("0000000402", 1)).hasSize(1);
        refused(
                post(LocalParts.asOfficer(), key, contact("0000000402", "other@mail.example", "JAPANESE")),
                422,
                "idempotency-key-reused");
    }

    @Test
    void only_officers_record_and_a_member_sees_his_own() {
        Map<String, String> contact = contact("0000000403", "jiro@mail.example", "JAPANESE");
        refused(post(LocalParts.anonymous(), contact), 401, "unauthorized");
        refused(post(LocalParts.asMember("0000000403"), contact), 403, "forbidden");
        refused(post(LocalParts.asEstablishment("1000001"), contact), 403, "forbidden");
        post(LocalParts.asOfficer(), contact).statusCode(201);

        get(LocalParts.asMember("0000000403"), "0000000403")
                .statusCode(200)
                .body("email", equalTo("jiro@mail.example"));
        refused(get(LocalParts.asMember("0000000404"), "0000000403"), 403, "forbidden");
        refused(get(LocalParts.asMember("0000000404"), "0000000499"), 403, "forbidden");
        refused(get(LocalParts.asEstablishment("1000001"), "0000000403"), 403, "forbidden");
        refused(get(LocalParts.anonymous(), "0000000403"), 401, "unauthorized");
        refused(get(LocalParts.asMember("0000000404"), "0000000404"), 404, "not-found");
        refused(get(LocalParts.asOfficer(), "0000000499"), 404, "not-found");
    }

    @Test
    void what_cannot_be_read_is_told_by_field() {
        invalid(contact("123", "taro@mail.example", "JAPANESE"), "memberNumber");
        invalid(contact("0000000405", "taro", "JAPANESE"), "email");
        invalid(contact("0000000405", "a@b c", "JAPANESE"), "email");
        invalid(contact("0000000405", "a@b.example\r\nBcc: x@y.example", "JAPANESE"), "email");
        invalid(contact("0000000405", "a".repeat(250) + "@b.example", "JAPANESE"), "email");
        invalid(contact("0000000405", "taro@mail.example", "FRENCH"), "language");
        invalid(Map.of("memberNumber", "0000000405", "email", "taro@mail.example"), "language");
    }

    private static void invalid(Map<String, String> body, String field) {
        refused(post(LocalParts.asOfficer(), body), 400, "invalid").body("errors.field", hasItem(field));
    }

    private static List<ConsumerRecord<String, byte[]>> told(String member, int enough) {
        Predicate<ConsumerRecord<String, byte[]>> his = record -> record.key().equals(member);
        return LocalParts.read(
                        Topics.AUTH_CONTACT,
                        Duration.ofSeconds(20),
                        found -> found.stream().filter(his).count() >= enough)
                .stream()
                .filter(his)
                .toList();
    }

    private static Map<String, String> contact(String member, String email, String language) {
        return Map.of("memberNumber", member, "email", email, "language", language);
    }

    private static ValidatableResponse post(RequestSpecification caller, Map<String, String> body) {
        return post(caller, UUID.randomUUID().toString(), body);
    }

    private static ValidatableResponse post(RequestSpecification caller, String key, Map<String, String> body) {
        return RestAssured.given()
                .spec(caller)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/contacts")
                .then();
    }

    private static ValidatableResponse get(RequestSpecification caller, String member) {
        return RestAssured.given().spec(caller).get("/contacts/" + member).then();
    }
}
