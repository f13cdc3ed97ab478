package jp.nenkin.member.outcome;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.establishment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class OutcomeTest {
    private static final String SITE = "4100201";
    private static final List<String> PATHS =
            List.of("/filings", "/decision-notices", "/member-number-notices", "/member-number-notices.csv");

    @BeforeEach
    void establishments() {
        Requests.establishments();
        establishment(SITE);
    }

    @Test
    void everything_that_was_filed_is_one_list_by_pages() {
        String site = "4100202";
        establishment(site);
        String member = enrolled(but(enrolment(), "establishmentNumber", site));
        String returned = late(site, member);
        giveBack(returned);
        String withdrawn = late(site, member);
        post(LocalParts.asEstablishment(site), "/filings/" + withdrawn + "/withdrawal", Map.of())
                .statusCode(200);
        String waiting = late(site, member);
        String file = sentFile(site);

        JsonPath list = list(site, "");
        assertThat(list.getList("filings.state"))
                .containsExactly("PROCESSED", "RETURNED", "RECEIVED", "WITHDRAWN", "RETURNED", "PROCESSED");
        assertThat(list.getList("filings.filingId").subList(2, 5)).isEqualTo(List.of(waiting, withdrawn, returned));
        assertThat(list.getList("filings.fileId").subList(0, 2)).isEqualTo(List.of(file, file));
        assertThat(list.getList("filings.line").subList(0, 2)).isEqualTo(List.of(2, 3));
        assertThat(list.getList("filings.reasons.code"))
                .isEqualTo(List.of(
                        List.of(),
                        List.of("base-salary-not-a-grade"),
                        List.of("late"),
                        List.of("late"),
                        List.of("evidence-missing"),
                        List.of()));
        assertThat(list.getString("filings[4].reasons[0].message")).contains("退職届の写し");
        assertThat(list.getList("filings.type"))
                .containsExactly("ENROLMENT", "ENROLMENT", "LOSS", "LOSS", "LOSS", "ENROLMENT");

        List<String> paged = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = list(site, "&limit=2" + (next == null ? "" : "&cursor=" + next));
            paged.addAll(page.getList("filings.state"));
            next = page.getString("next");
        } while (next != null);
        assertThat(paged).isEqualTo(list.getList("filings.state"));

        assertThat(list(site, "&state=RECEIVED").getList("filings.filingId")).containsExactly(waiting);
        assertThat(list(site, "&type=ENROLMENT").getList("filings")).hasSize(3);
        assertThat(list(site, "&memberNumber=" + member).getList("filings")).hasSize(4);
        assertThat(list(site, "&receivedFrom=" + today() + "&receivedUntil=" + today())
                        .getList("filings"))
                .hasSize(6);
        assertThat(list(site, "&receivedUntil=" + today().minusDays(1)).getList("filings"))
                .isEmpty();
        get(LocalParts.asEstablishment(site), "/filings?limit=500")
                .statusCode(200)
                .body("filings.size()", equalTo(6))
                .body("filings.establishmentNumber", everyItem(equalTo(site)));
    }

    @Test
    void a_row_that_waits_is_listed_once_and_under_its_id() {
        String site = "4100203";
        establishment(site);
        String csv = HEADER + row(site, "待つ 人", "2015-04-01", 300_000);
        send(site, csv, "AWAITING_DECISION");
        JsonPath waiting = list(site, "");
        assertThat(waiting.getList("filings.state")).containsExactly("RECEIVED");
        String held = waiting.getString("filings[0].filingId");
        post(LocalParts.asOfficer(), "/filings/" + held + "/acceptance", Map.of())
                .statusCode(200);
        JsonPath accepted = list(site, "");
        assertThat(accepted.getList("filings.state")).containsExactly("PROCESSED");
        assertThat(accepted.getString("filings[0].filingId")).isEqualTo(held);
        assertThat(accepted.getString("filings[0].fileId")).isEqualTo(waiting.getString("filings[0].fileId"));
        assertThat(accepted.getInt("filings[0].line")).isEqualTo(2);
    }

    @Test
    void what_was_decided_is_told_in_the_order_of_the_decisions() {
        String site = "4100204";
        establishment(site);
        Map<String, Object> enrolment = but(enrolment(), "establishmentNumber", site);
        String member = enrolled(enrolment);
        String returned = late(site, member);
        late(site, member);
        giveBack(returned);
        JsonPath notices = get(LocalParts.asEstablishment(site), "/decision-notices?since=" + today())
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(notices.getList("notices.state")).containsExactly("PROCESSED", "RETURNED");
        assertThat(notices.getMap("notices[0]"))
                .containsEntry("memberNumber", member)
                .containsEntry("name", enrolment.get("name"))
                .containsEntry("eventDay", "2015-04-01")
                .containsEntry("firstBaseSalary", 300_000);
        assertThat(notices.getMap("notices[1]"))
                .containsEntry("filingId", returned)
                .containsEntry("lostOn", today().minusDays(60).toString())
                .containsEntry("cause", "RETIREMENT");
        assertThat(notices.getString("notices[1].reasons[0].code")).isEqualTo("evidence-missing");
        JsonPath first = get(LocalParts.asEstablishment(site), "/decision-notices?limit=1")
                .extract()
                .jsonPath();
        get(LocalParts.asEstablishment(site), "/decision-notices?limit=1&cursor=" + first.getString("next"))
                .body("notices.state", equalTo(List.of("RETURNED")));
        get(LocalParts.asEstablishment(site), "/decision-notices?since=" + today().plusDays(1))
                .body("notices.size()", equalTo(0))
                .body("next", nullValue());
    }

    @Test
    void a_correction_is_told_from_what_is_filed_anew_and_a_cancellation_with_what_it_takes_back() {
        String site = "4100206";
        establishment(site);
        Map<String, Object> enrolment =
                but(enrolment(), "establishmentNumber", site, "acquiredOn", today().minusDays(9));
        String enrolled = filed("enrolments", enrolment);
        String corrected = filed(
                "corrections", Map.of("filingId", enrolled, "enrolment", but(enrolment, "firstBaseSalary", 320_000)));
        String later = post(
                        LocalParts.asEstablishment(site),
                        "/filings/corrections",
                        Map.of("filingId", corrected, "enrolment", but(enrolment, "acquiredOn", today().minusDays(60))))
                .statusCode(202)
                .extract()
                .path("filingId");
        String member = list(site, "&limit=2").getString("filings[1].memberNumber");
        String lost = filed("losses", but(loss(member, today()), "establishmentNumber", site));
        String cancelled =
                filed("cancellations", body("establishmentNumber", site, "filingId", lost, "channel", "DATA"));
        String nobodys = "01890a5d-ac96-774b-bcce-b302099a8057";
        send(site, "type,establishmentNumber,filingId\r\nCancellation,%s,%s\r\n".formatted(site, nobodys), "PROCESSED");

        JsonPath list = list(site, "");
        assertThat(list.getList("filings.type"))
                .containsExactly("CANCELLATION", "CANCELLATION", "LOSS", "CORRECTION", "ENROLMENT", "ENROLMENT");
        assertThat(list.getList("filings.takesBack")).containsExactly(nobodys, lost, null, corrected, enrolled, null);
        assertThat(list.getList("filings.takesBackType"))
                .containsExactly(null, "LOSS", null, "ENROLMENT", "ENROLMENT", null);
        assertThat(list.getString("filings[3].filingId")).isEqualTo(later);
        JsonPath notices = get(LocalParts.asEstablishment(site), "/decision-notices")
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(notices.getList("notices.takesBack")).containsExactly(null, enrolled, null, lost, nobodys);
        assertThat(notices.getMap("notices[1]"))
                .containsEntry("filingId", corrected)
                .containsEntry("takesBackType", "ENROLMENT")
                .containsEntry("firstBaseSalary", 320_000);
        assertThat(notices.getMap("notices[3]"))
                .containsEntry("filingId", cancelled)
                .containsEntry("type", "CANCELLATION")
                .containsEntry("takesBackType", "LOSS")
                .containsEntry("lostOn", today().toString())
                .containsEntry("cause", "RETIREMENT");
        assertThat(notices.getMap("notices[4]"))
                .containsEntry("state", "RETURNED")
                .doesNotContainKeys("takesBackType", "eventDay");
    }

    @Test
    void who_was_enrolled_is_told_his_number_as_json_and_as_csv_without_formulas() {
        String site = "4100205";
        establishment(site);
        String first = enrolled(but(enrolment(), "establishmentNumber", site, "name", "=SUM(A1)"));
        String second =
                enrolled(but(enrolment(), "establishmentNumber", site, "name", "年金, 花子", "nameKana", "ネンキン ハナコ"));
        String mistaken = post(
                        LocalParts.asOfficer(), "/filings/enrolments", but(enrolment(), "establishmentNumber", site))
                .extract()
                .path("filingId");
        post(
                        LocalParts.asOfficer(),
                        "/filings/cancellations",
                        body("establishmentNumber", site, "filingId", mistaken, "channel", "DATA"))
                .statusCode(201);
        JsonPath notices = get(LocalParts.asEstablishment(site), "/member-number-notices?since=" + today())
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(notices.getList("notices.memberNumber")).containsExactly(first, second);
        assertThat(notices.getString("notices[1].establishmentName")).isEqualTo("東京工場");
        byte[] csv = RestAssured.given()
                .spec(LocalParts.asEstablishment(site))
                .get("/member-number-notices.csv")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .extract()
                .asByteArray();
        assertThat(new String(csv, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF加入者番号,氏名,氏名カナ,生年月日,資格取得日,事業所番号,事業所名\r\n"
                        + first + ",'=SUM(A1),,1985-05-05,2015-04-01," + site + ",東京工場\r\n"
                        + second + ",\"年金, 花子\",ネンキン ハナコ,1985-05-05,2015-04-01," + site + ",東京工場\r\n");
        String next = get(LocalParts.asEstablishment(site), "/member-number-notices?limit=1")
                .extract()
                .path("next");
        get(LocalParts.asEstablishment(site), "/member-number-notices?limit=1&cursor=" + next)
                .body("notices.memberNumber", equalTo(List.of(second)));
    }

    @Test
    void nobody_is_told_of_others() {
        for (String path : PATHS) {
            refused(get(LocalParts.anonymous(), path), 401, "unauthorized");
            refused(get(LocalParts.asMember("9999999999"), path), 403, "forbidden");
            refused(
                    get(LocalParts.asEstablishment(BOTH_FIXED), path + "?establishmentNumber=" + SITE),
                    403,
                    "forbidden");
            refused(get(LocalParts.asOfficer(), path + "?cursor=x"), 400, "cursor-unknown");
            get(LocalParts.asOfficer(), path).statusCode(200);
        }
    }

    private static final String HEADER = "type,establishmentNumber,name,birthDate,acquiredOn,firstBaseSalary\r\n";

    private static String sentFile(String site) {
        String csv = HEADER
                + row(site, "表の 一", today().toString(), 300_000)
                + row(site, "表の 二", today().toString(), 300_001);
        return send(site, csv, "PROCESSED");
    }

    private static String send(String site, String csv, String until) {
        String id = RestAssured.given()
                .spec(LocalParts.asEstablishment(site))
                .contentType("application/octet-stream")
                .queryParam("establishmentNumber", site)
                .queryParam("mode", "ROW_BY_ROW")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/filing-files")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> until.equals(get(LocalParts.asOfficer(), "/filing-files/" + id)
                        .extract()
                        .path("state")));
        return id;
    }

    private static String row(String site, String name, String acquiredOn, int base) {
        return "Enrolment,%s,%s,1985-05-05,%s,%d\r\n".formatted(site, name, acquiredOn, base);
    }

    private static JsonPath list(String site, @Nullable String more) {
        return get(LocalParts.asOfficer(), "/filings?establishmentNumber=" + site + more)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String filed(String type, Map<String, Object> filing) {
        return post(LocalParts.asOfficer(), "/filings/" + type, filing)
                .statusCode(201)
                .extract()
                .path("filingId");
    }

    private static String late(String site, String member) {
        return post(
                        LocalParts.asEstablishment(site),
                        "/filings/losses",
                        but(loss(member, today().minusDays(60)), "establishmentNumber", site))
                .statusCode(202)
                .extract()
                .path("filingId");
    }

    private static void giveBack(String filing) {
        post(
                        LocalParts.asOfficer(),
                        "/filings/" + filing + "/return",
                        Map.of("reason", "EVIDENCE_MISSING", "text", "退職届の写しをお送りください。"))
                .statusCode(200);
    }
}
