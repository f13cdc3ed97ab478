package jp.nenkin.notice.inbox;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.notice.Requests.get;
import static jp.nenkin.notice.Requests.post;
import static jp.nenkin.notice.Requests.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.nenkin.events.EventType;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.notice.Given;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class InboxTest {

    @Test
    void a_message_says_in_the_readers_language_what_it_brings() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String message = published(year, member);
        list(member, "ja")
                .body("messages", hasSize(1))
                .body("messages[0].id", equalTo(message))
                .body("messages[0].kind", equalTo("BALANCE_NOTICE"))
                .body("messages[0].fiscalYear", equalTo(year))
                .body("messages[0].deliveredAt", notNullValue())
                .body("messages[0].title", equalTo("仮想個人勘定残高通知書の配信について(" + year + "年度)"))
                .body("messages[0].excerpt", equalTo((year + 1) + "年3月31日現在の仮想個人勘定残高通知書を配信いたします。"))
                .body("messages[0].isNew", equalTo(true))
                .body("unread", equalTo(1))
                .body("next", nullValue());
        list(member, "en")
                .header("Vary", containsString("Accept-Language"))
                .body("messages[0].title", equalTo("Your balance notice for fiscal year " + year))
                .body("messages[0].excerpt", containsString("March 31, " + (year + 1)));
    }

    @Test
    void a_message_opened_shows_the_figures_and_where_the_notice_is() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String message = published(year, member);
        get(LocalParts.asMember(member), path(member, message))
                .statusCode(200)
                .body("title", containsString("仮想個人勘定残高通知書"))
                .body("body", containsString("加入者の皆様"))
                .body("statement.asOf", equalTo((year + 1) + "-03-31"))
                .body("statement.accounts", hasSize(1))
                .body("statement.accounts[0].plan", equalTo("FIRST"))
                .body("statement.accounts[0].opening", equalTo(100_000))
                .body("statement.accounts[0].credited", equalTo(39_600))
                .body("statement.accounts[0].interest", equalTo(4_494))
                .body("statement.accounts[0].closing", equalTo(144_094))
                .body("statement.accounts[0].baseSalary", equalTo(300_000))
                .body("statement.rates.rate", contains("3.7", null))
                .body("document.href", equalTo(path(member, message) + "/document"))
                .body("document.fileName", equalTo("仮想個人勘定残高通知書_" + (year + 1) + "-03-31.pdf"))
                .body("isNew", equalTo(true));
        list(member, "ja").body("messages[0].isNew", equalTo(true)).body("unread", equalTo(1));
    }

    @Test
    void opening_takes_the_mark_away_and_is_told_once() {
        String member = Given.member("年金 太郎");
        String message = published(Given.year(), member);
        String reading = path(member, message) + "/reading";
        String key = UUID.randomUUID().toString();
        post(LocalParts.asMember(member), key, reading, Map.of()).statusCode(204);
        post(LocalParts.asMember(member), key, reading, Map.of()).statusCode(204);
        post(LocalParts.asMember(member), reading, Map.of()).statusCode(204);
        list(member, "ja").body("messages[0].isNew", equalTo(false)).body("unread", equalTo(0));
        assertThat(Sql.column(
                        "SELECT payload FROM outbox WHERE key = ? AND type = ?",
                        member,
                        EventType.MESSAGE_READ.writtenName()))
                .singleElement()
                .asString()
                .contains(message)
                .contains(member);
        String missing = path(member, UUID.randomUUID().toString()) + "/reading";
        refused(post(LocalParts.asMember(member), missing, Map.of()), 404, "not-found");
    }

    @Test
    void pages_follow_one_another_newest_first() {
        String member = Given.member("年金 太郎");
        List<String> oldestFirst = Stream.generate(Given::year)
                .limit(3)
                .map(year -> published(year, member))
                .toList();
        String cursor = get(LocalParts.asMember(member), path(member) + "?limit=2")
                .statusCode(200)
                .body("messages.id", contains(oldestFirst.get(2), oldestFirst.get(1)))
                .body("unread", equalTo(3))
                .extract()
                .path("next");
        get(LocalParts.asMember(member), path(member) + "?limit=2&cursor=" + cursor)
                .statusCode(200)
                .body("messages.id", contains(oldestFirst.getFirst()))
                .body("next", nullValue());
        refused(get(LocalParts.asMember(member), path(member) + "?limit=101"), 400, "invalid");
        refused(get(LocalParts.asMember(member), path(member) + "?cursor=2"), 400, "invalid");
    }

    @Test
    void the_notice_is_the_same_to_the_byte_whatever_becomes_of_the_name() throws Exception {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String message = published(year, member);
        ExtractableResponse<Response> issued = document(member, message);
        assertThat(issued.contentType()).isEqualTo("application/pdf");
        assertThat(issued.header("Cache-Control")).isEqualTo("private, no-store");
        String fileName = URLEncoder.encode("仮想個人勘定残高通知書_" + (year + 1) + "-03-31.pdf", StandardCharsets.UTF_8);
        assertThat(issued.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"balance-notice_%d-03-31.pdf\"; filename*=UTF-8''%s"
                        .formatted(year + 1, fileName));
        assertThat(text(issued)).contains("年金 太郎").contains("144,094").contains(member);
        Given.name(member, "企業 太郎");
        assertThat(document(member, message).asByteArray()).isEqualTo(issued.asByteArray());
        Given.erasedName(member);
        ExtractableResponse<Response> again = document(member, message);
        assertThat(again.asByteArray()).isEqualTo(issued.asByteArray());
        assertThat(again.header("ETag")).isEqualTo(issued.header("ETag"));
        RestAssured.given()
                .spec(LocalParts.asMember(member))
                .header("If-None-Match", issued.header("ETag"))
                .get(path(member, message) + "/document")
                .then()
                .statusCode(304);
    }

    @Test
    void nobody_else_learns_even_whether_it_exists() {
        String member = Given.member("年金 太郎");
        String message = published(Given.year(), member);
        List<RequestSpecification> others = List.of(
                LocalParts.asOfficer(), LocalParts.asEstablishment("1000001"), LocalParts.asMember(Given.member()));
        for (RequestSpecification other : others) {
            for (String owner : List.of(member, Given.member())) {
                refused(get(other, path(owner)), 403, "forbidden");
                for (String id : List.of(message, UUID.randomUUID().toString())) {
                    refused(get(other, path(owner, id)), 403, "forbidden");
                    refused(get(other, path(owner, id) + "/document"), 403, "forbidden");
                    refused(post(other, path(owner, id) + "/reading", Map.of()), 403, "forbidden");
                }
            }
        }
        refused(get(LocalParts.anonymous(), path(member)), 401, "unauthorized");
        list(member, "ja").body("unread", equalTo(1));
    }

    @Test
    void anothers_message_is_not_there_under_ones_own_number() {
        String owner = Given.member("年金 太郎");
        String message = published(Given.year(), owner);
        String other = Given.member("企業 花子");
        list(other, "ja").body("messages", hasSize(0)).body("unread", equalTo(0));
        for (String id : List.of(message, UUID.randomUUID().toString())) {
            refused(get(LocalParts.asMember(other), path(other, id)), 404, "not-found");
            refused(get(LocalParts.asMember(other), path(other, id) + "/document"), 404, "not-found");
            refused(post(LocalParts.asMember(other), path(other, id) + "/reading", Map.of()), 404, "not-found");
        }
        get(LocalParts.asMember(other), path(other) + "?cursor=" + message)
                .statusCode(200)
                .body("messages.id", not(contains(message)));
    }

    private static String published(int year, String member) {
        Given.completeStatements(year, member);
        publish(year).statusCode(202);
        String find = "SELECT id FROM message WHERE fiscal_year = ? AND member_number = ?";
        await().atMost(Given.LIMIT).until(() -> !Sql.column(find, year, member).isEmpty());
        return Sql.column(find, year, member).getFirst();
    }

    private static ValidatableResponse list(String member, String language) {
        return get(LocalParts.asMember(member).header("Accept-Language", language), path(member))
                .statusCode(200);
    }

    private static ExtractableResponse<Response> document(String member, String message) {
        return get(LocalParts.asMember(member), path(member, message) + "/document")
                .statusCode(200)
                .extract();
    }

    private static String text(ExtractableResponse<Response> answer) throws IOException {
        try (PDDocument document = Loader.loadPDF(answer.asByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String path(String member) {
        return "/members/" + member + "/messages";
    }

    private static String path(String member, String message) {
        return path(member) + "/" + message;
    }
}
