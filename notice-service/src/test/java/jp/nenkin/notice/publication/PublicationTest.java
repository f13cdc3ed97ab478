package jp.nenkin.notice.publication;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.notice.Requests.get;
import static jp.nenkin.notice.Requests.post;
import static jp.nenkin.notice.Requests.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.MessageDelivered;
import jp.nenkin.events.MessageKind;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.notice.Given;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class PublicationTest {
    @Inject
    @SuppressWarnings("NullAway.Init")
    PublicationWorker worker;

    @Test
    void every_member_with_a_statement_gets_one_message_and_the_topic_tells_of_it() throws Exception {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        Given.completeStatements(year, member, Given.member("企業 花子"));
        get(LocalParts.asOfficer(), "/publications")
                .statusCode(200)
                .body(entry(year) + ".status", equalTo("PREPARED"))
                .body(entry(year) + ".statements", equalTo(2))
                .body(entry(year) + ".messages", equalTo(0))
                .body(entry(year) + ".id", nullValue());
        String id = publish(year)
                .statusCode(202)
                .body("fiscalYear", equalTo(year))
                .body("statements", equalTo(2))
                .body("requestedAt", notNullValue())
                .extract()
                .path("id");
        awaitCompleted(id);
        get(LocalParts.asOfficer(), "/publications/" + id)
                .body("messages", equalTo(2))
                .body("withoutName", equalTo(0))
                .body("mails.total", equalTo(0))
                .body("completedAt", notNullValue());
        List<MessageDelivered> told = told(member);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().kind()).isEqualTo(MessageKind.BALANCE_NOTICE);
        assertThat(told.getFirst().fiscalYear()).isEqualTo(year);
        assertThat(told.getFirst().messageId())
                .hasToString(messages(year, member).getFirst());
    }

    @Test
    void a_year_is_not_published_before_every_partition_has_brought_the_end_of_its_run() {
        int year = Given.year();
        Given.statements(year, Given.member("年金 太郎"));
        Given.runIsDone(RunKind.INTEREST, year, Topics.PARTITIONS);
        Given.runIsDone(year, Topics.PARTITIONS - 1);
        refused(publish(year), 409, "statements-not-complete");
        get(LocalParts.asOfficer(), "/publications")
                .statusCode(200)
                .body("publications.fiscalYear", not(hasItem(year)));
        assertThat(Sql.number("SELECT count(*) FROM publication WHERE fiscal_year = ?", year))
                .isZero();
        Given.runIsDone(year, Topics.PARTITIONS);
        publish(year).statusCode(202);
    }

    @Test
    void a_year_is_published_once_and_the_same_key_gets_the_same_answer() {
        int year = Given.year();
        Given.completeStatements(year, Given.member("年金 太郎"));
        String key = UUID.randomUUID().toString();
        Map<String, Integer> body = Map.of("fiscalYear", year);
        String first = post(LocalParts.asOfficer(), key, "/publications", body)
                .statusCode(202)
                .extract()
                .asString();
        String again = post(LocalParts.asOfficer(), key, "/publications", body)
                .statusCode(202)
                .extract()
                .asString();
        assertThat(again).isEqualTo(first);
        refused(publish(year), 409, "already-published");
        refused(post(LocalParts.asOtherOfficer(), "/publications", body), 409, "already-published");
        refused(
                post(LocalParts.asOfficer(), key, "/publications", Map.of("fiscalYear", year + 1)),
                422,
                "idempotency-key-reused");
    }

    @Test
    void a_statement_told_again_makes_no_second_message_before_or_after_the_publication() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        UUID event = UUID.randomUUID();
        Given.send(Given.statement(year, member), event);
        Given.send(Given.statement(year, member), event);
        Given.send(Given.statement(year, member), UUID.randomUUID());
        Given.completeStatements(year, member);
        String id = publish(year).statusCode(202).extract().path("id");
        awaitCompleted(id);
        Given.send(Given.statement(year, member), UUID.randomUUID());
        String later = Given.member("企業 花子");
        Given.statements(year, later);
        await().atMost(Given.LIMIT).until(() -> messages(year, later).size() == 1);
        assertThat(messages(year, member)).hasSize(1);
        assertThat(told(member)).hasSize(1);
    }

    @Test
    void a_statement_told_again_with_other_figures_is_parked() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        Given.statements(year, member);
        Given.sendRaw(
                EventType.STATEMENT_PREPARED,
                member,
                json(Given.statement(year, member)).replace("144094", "144095"));
        await().atMost(Given.LIMIT)
                .until(() -> Sql.column("SELECT reason FROM parked_event WHERE key = ?", member)
                        .contains("statement-changed"));
        assertThat(Sql.column(
                        "SELECT payload FROM statement WHERE fiscal_year = ? AND member_number = ?", year, member))
                .allSatisfy(payload -> assertThat(payload).contains("144094"));
    }

    @Test
    void nobody_gets_a_notice_without_a_name_and_it_follows_when_the_name_is_known() {
        int year = Given.year();
        String known = Given.member("年金 太郎");
        String unknown = Given.member();
        String erased = Given.member("企業 花子");
        Given.erasedName(erased);
        Given.completeStatements(year, known, unknown, erased);
        String id = publish(year).statusCode(202).extract().path("id");
        awaitCompleted(id);
        get(LocalParts.asOfficer(), "/publications/" + id)
                .body("messages", equalTo(1))
                .body("withoutName", equalTo(2));
        Given.name(unknown, "遅着 次郎");
        await().atMost(Given.LIMIT).until(() -> messages(year, unknown).size() == 1);
        get(LocalParts.asOfficer(), "/publications/" + id)
                .body("status", equalTo("COMPLETED"))
                .body("messages", equalTo(2))
                .body("withoutName", equalTo(1));
        assertThat(messages(year, erased)).isEmpty();
        assertThat(messages(year, known)).hasSize(1);
    }

    @Test
    void workers_that_run_at_once_make_each_message_once() {
        int year = Given.year();
        many(year, 1_200);
        Sql.run(
                "INSERT INTO publication (id, fiscal_year, requested_by, requested_at) VALUES (?, ?, 'test', now())",
                UUID.randomUUID(),
                year);
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(worker::work))
                        .limit(3)
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        await().atMost(Given.LIMIT)
                .until(() -> Sql.number(
                                "SELECT count(*) FROM publication WHERE fiscal_year = ? AND completed_at IS NOT NULL",
                                year)
                        == 1);
        assertEveryoneHasOne(year, 1_200);
    }

    @Test
    void a_worker_that_is_interrupted_between_batches_leaves_what_is_left_and_no_more() {
        int year = Given.year();
        many(year, 1_200);
        String last = Sql.column("SELECT max(member_number) FROM statement WHERE fiscal_year = ?", year)
                .getFirst();
        Sql.run("""
                CREATE FUNCTION notice.refuse_%1$s() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF NEW.member_number = '%1$s' THEN RAISE 'interrupted'; END IF; RETURN NEW; END $$;
                CREATE TRIGGER interrupted BEFORE INSERT ON notice.mail
                    FOR EACH ROW EXECUTE FUNCTION notice.refuse_%1$s()
                """.formatted(last));
        Given.runIsDone(year, Topics.PARTITIONS);
        String id = publish(year).statusCode(202).extract().path("id");
        await().atMost(Given.LIMIT)
                .until(() -> Sql.number("SELECT count(*) FROM message WHERE fiscal_year = ?", year) == 1_000);
        get(LocalParts.asOfficer(), "/publications/" + id)
                .body("status", equalTo("RUNNING"))
                .body("messages", equalTo(1_000));
        Sql.run("DROP TRIGGER interrupted ON notice.mail");
        awaitCompleted(id);
        assertEveryoneHasOne(year, 1_200);
    }

    @Test
    void only_officers_publish_and_look() {
        int year = Given.year();
        Given.completeStatements(year, Given.member("年金 太郎"));
        String id = publish(year).statusCode(202).extract().path("id");
        Map<String, Integer> body = Map.of("fiscalYear", year);
        for (String path : List.of("/publications", "/publications/" + id, "/publications/" + id + "/progress")) {
            refused(get(LocalParts.anonymous(), path), 401, "unauthorized");
            refused(get(LocalParts.asMember("0000000001"), path), 403, "forbidden");
            refused(get(LocalParts.asEstablishment("1000001"), path), 403, "forbidden");
        }
        refused(post(LocalParts.anonymous(), "/publications", body), 401, "unauthorized");
        refused(post(LocalParts.asMember("0000000001"), "/publications", body), 403, "forbidden");
        refused(post(LocalParts.asEstablishment("1000001"), "/publications", body), 403, "forbidden");
        String unknown = "/publications/" + UUID.randomUUID();
        refused(get(LocalParts.asMember("0000000001"), unknown), 403, "forbidden");
        refused(get(LocalParts.asOfficer(), unknown), 404, "not-found");
        refused(get(LocalParts.asOfficer(), unknown + "/progress"), 404, "not-found");
        refused(post(LocalParts.asOfficer(), "/publications", Map.of("fiscalYear", 1999)), 400, "invalid");
    }

    private static String entry(int year) {
        return "publications.find { it.fiscalYear == " + year + " }";
    }

    private static void awaitCompleted(String id) {
        await().atMost(Given.LIMIT)
                .until(() -> get(LocalParts.asOfficer(), "/publications/" + id)
                        .extract()
                        .path("status")
                        .equals("COMPLETED"));
    }

    private static List<String> messages(int year, String member) {
        return Sql.column("SELECT id FROM message WHERE fiscal_year = ? AND member_number = ?", year, member);
    }

    /** As many members with statement, name and address, straight in the tables. */
    private static void many(int year, int members) {
        String numbers = "SELECT to_char(? * 10000 + n, 'FM0000000000') AS number FROM generate_series(1, ?) AS n";
        Sql.run("INSERT INTO person SELECT number, '年金 太郎' FROM (" + numbers + ") AS new", year, members);
        Sql.run(
                "INSERT INTO contact SELECT number, number || '@away.example', 'JAPANESE' FROM (" + numbers
                        + ") AS new",
                year,
                members);
        Sql.run("INSERT INTO statement SELECT ?, number, '{}' FROM (" + numbers + ") AS new", year, year, members);
        Sql.run(
                "INSERT INTO unpublished_statement SELECT fiscal_year, member_number FROM statement"
                        + " WHERE fiscal_year = ?",
                year);
    }

    private static void assertEveryoneHasOne(int year, int members) {
        assertThat(Sql.number("SELECT count(DISTINCT member_number) FROM message WHERE fiscal_year = ?", year))
                .isEqualTo(members);
        assertThat(Sql.number("SELECT count(*) FROM message WHERE fiscal_year = ?", year))
                .isEqualTo(members);
        assertThat(Sql.number("SELECT count(*) FROM mail WHERE fiscal_year = ?", year))
                .isEqualTo(members);
        assertThat(Sql.number(
                        "SELECT count(*) FROM outbox WHERE type = ? AND payload LIKE ?",
                        EventType.MESSAGE_DELIVERED.writtenName(),
                        "%\"fiscalYear\":" + year + "%"))
                .isEqualTo(members);
        assertThat(Sql.number("SELECT count(*) FROM unpublished_statement WHERE fiscal_year = ?", year))
                .isZero();
    }

    private static List<MessageDelivered> told(String member) {
        return LocalParts.read(
                        Topics.NOTICE_EVENTS,
                        Given.LIMIT,
                        records ->
                                records.stream().anyMatch(record -> record.key().equals(member)))
                .stream()
                .filter(record -> record.key().equals(member))
                .map(PublicationTest::delivered)
                .toList();
    }

    private static MessageDelivered delivered(ConsumerRecord<String, byte[]> record) {
        try {
            return EventJson.mapper().readValue(record.value(), MessageDelivered.class);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static String json(Object event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
