package jp.nenkin.notice.publication;

import static jp.nenkin.notice.Requests.get;
import static jp.nenkin.notice.Requests.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.events.EventJson;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.local.MailServer;
import jp.nenkin.notice.Given;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ProgressTest {

    @Test
    void the_stream_tells_each_state_and_ends_when_all_mails_are_settled() throws Exception {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        Given.address(member, "progress." + member + "@mail.example", ContactLanguage.JAPANESE);
        Given.completeStatements(year, member);
        String id = publish(year).statusCode(202).extract().path("id");
        await().atMost(Given.LIMIT)
                .until(() -> get(LocalParts.asOfficer(), "/publications/" + id)
                        .extract()
                        .path("status")
                        .equals("COMPLETED"));
        CompletableFuture<List<String>> stream = CompletableFuture.supplyAsync(() -> events(id, ""));
        await().atMost(Given.LIMIT)
                .until(() -> Sql.number("SELECT attempts FROM mail WHERE member_number = ?", member) >= 2);
        assertThat(stream).isNotDone();
        try (MailServer server = LocalParts.mail()) {
            List<String> events = stream.get(60, TimeUnit.SECONDS);
            assertThat(server.letters()).isPositive();
            assertThat(events).hasSizeGreaterThan(1).doesNotHaveDuplicates();
            assertThat(state(events.getFirst()).at("/mails/sent").asInt()).isZero();
            assertThat(state(events.getLast()).at("/mails/sent").asInt()).isEqualTo(1);
            assertThat(state(events.getLast()).get("status").asText()).isEqualTo("COMPLETED");
            assertThat(state(events.getLast()).get("id").asText()).isEqualTo(id);
        }
    }

    @Test
    void whoever_comes_back_gets_the_newest_state_at_once() throws Exception {
        int year = Given.year();
        Given.completeStatements(year, Given.member("年金 太郎"));
        String id = publish(year).statusCode(202).extract().path("id");
        List<String> first = events(id, "");
        String last = field(first.getLast(), "id");
        assertThat(last).isNotEmpty();
        assertThat(events(id, last)).containsExactly(first.getLast());
        assertThat(state(first.getLast()).get("messages").asInt()).isEqualTo(1);
    }

    private static List<String> events(String id, String lastEventId) {
        String body = RestAssured.given()
                .spec(LocalParts.asOfficer())
                .accept("text/event-stream")
                .header("Last-Event-ID", lastEventId)
                .get("/publications/" + id + "/progress")
                .then()
                .statusCode(200)
                .contentType("text/event-stream")
                .extract()
                .asString();
        return Arrays.stream(body.split("\n\n", -1))
                .map(String::strip)
                .filter(event -> !event.isEmpty())
                .toList();
    }

    private static JsonNode state(String event) throws JsonProcessingException {
        return EventJson.mapper().readTree(field(event, "data"));
    }

    private static String field(String event, String name) {
        return event.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
