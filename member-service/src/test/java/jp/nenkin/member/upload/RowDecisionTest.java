package jp.nenkin.member.upload;

import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static jp.nenkin.member.upload.SentFiles.count;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.enrolment;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.file;
import static jp.nenkin.member.upload.SentFiles.rows;
import static jp.nenkin.member.upload.SentFiles.send;
import static jp.nenkin.member.upload.SentFiles.sendTo;
import static jp.nenkin.member.upload.SentFiles.settled;
import static jp.nenkin.member.upload.SentFiles.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

/** Rows of a file that wait for an officer. */
@QuarkusTest
@WithTestResource(LocalParts.class)
class RowDecisionTest {

    @Test
    void a_check_says_which_rows_would_wait_and_why() {
        String site = establishment("4100101");
        byte[] file = csv(inTime(site, "待たない"), enrolment(site, "待つ"));
        sendTo("/filing-files/check", LocalParts.asEstablishment(site), site, file)
                .statusCode(200)
                .body("state", equalTo("AWAITING_DECISION"))
                .body("rows.state", equalTo(List.of("PROCESSED", "RECEIVED")))
                .body("rows[1].reasons[0].code", equalTo("late"))
                .body("rows[1].due.evidenceNeeded", equalTo(true))
                .body("rows[1].effect", nullValue())
                .body("counts.received", equalTo(1));
        assertThat(count("SELECT count(*) FROM held_filing WHERE establishment_number = ?", site))
                .isZero();
    }

    @Test
    void of_a_whole_file_the_others_take_effect_and_it_is_finished_by_the_last_decision() {
        String site = establishment("4100102");
        byte[] file = csv(inTime(site, "すぐ 一"), enrolment(site, "待つ 一"), enrolment(site, "待つ 二"));
        String id = sent(site, file);
        JsonPath waiting = settled(id);
        assertThat(waiting.getString("state")).isEqualTo("AWAITING_DECISION");
        assertThat(waiting.getString("finishedAt")).isNull();
        assertThat(told(waiting)).containsExactly("2 PROCESSED", "3 RECEIVED late", "4 RECEIVED late");
        assertThat(count("SELECT count(*) FROM filing WHERE establishment_number = ?", site))
                .isEqualTo(1);
        List<String> held = rows(waiting).getList("rows.findAll { it.state == 'RECEIVED' }.waitingId");

        String member = post(LocalParts.asOfficer(), "/filings/" + held.getFirst() + "/acceptance", Map.of())
                .statusCode(200)
                .extract()
                .path("memberNumber");
        assertThat(file(id).getString("state")).isEqualTo("AWAITING_DECISION");
        post(
                        LocalParts.asOfficer(),
                        "/filings/" + held.getLast() + "/return",
                        Map.of("reason", "EVIDENCE_MISSING", "text", "資料をお送りください。"))
                .statusCode(200);
        JsonPath done = file(id);
        assertThat(done.getString("state")).isEqualTo("PROCESSED");
        assertThat(done.getString("finishedAt")).isNotNull();
        assertThat(done.getMap("counts"))
                .isEqualTo(Map.of("rows", 3, "received", 0, "processed", 2, "notApplicable", 0, "returned", 1));
        assertThat(told(done)).containsExactly("2 PROCESSED", "3 PROCESSED", "4 RETURNED evidence-missing");
        assertThat(rows(done).getString("rows[1].filingId")).isEqualTo(held.getFirst());
        assertThat(rows(done).getString("rows[1].memberNumber")).isEqualTo(member);
        get(LocalParts.asOfficer(), "/filings/" + held.getFirst()).body("state", equalTo("PROCESSED"));
    }

    @Test
    void a_row_at_fault_returns_the_whole_file_and_nothing_waits() {
        String site = establishment("4100103");
        byte[] file = csv(enrolment(site, "待つ"), inTime(site, "悪い").replace(",300000,", ",300001,"));
        JsonPath done = settled(sent(site, file));
        assertThat(done.getString("state")).isEqualTo("RETURNED");
        assertThat(told(done))
                .containsExactly("2 NOT_APPLICABLE others-returned", "3 RETURNED base-salary-not-a-grade");
        assertThat(count("SELECT count(*) FROM held_filing WHERE establishment_number = ?", site))
                .isZero();
    }

    @Test
    void row_by_row_a_row_is_taken_back_and_later_files_do_not_wait_for_it() {
        String site = establishment("4100104");
        byte[] file = csv(enrolment(site, "待つ"));
        JsonPath waiting = settled(sent(site, file, "mode", "ROW_BY_ROW"));
        assertThat(waiting.getString("state")).isEqualTo("AWAITING_DECISION");
        assertThat(settled(sent(site, csv(inTime(site, "あと")))).getString("state"))
                .isEqualTo("PROCESSED");
        String held = rows(waiting).getString("rows[0].waitingId");
        post(LocalParts.asEstablishment(site), "/filings/" + held + "/withdrawal", Map.of())
                .statusCode(200);
        JsonPath done = file(waiting.getString("id"));
        assertThat(done.getString("state")).isEqualTo("PROCESSED");
        assertThat(told(done)).containsExactly("2 NOT_APPLICABLE row-withdrawn");
        assertThat(sent(site, file)).isNotEqualTo(done.getString("id"));
    }

    private static String sent(String site, byte[] file, String... query) {
        return send(LocalParts.asEstablishment(site), site, file, query)
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static String inTime(String site, String name) {
        return enrolment(site, name).replace("2015-04-01", today().toString());
    }
}
