package jp.nenkin.member.derivation;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.upload.SentFiles.count;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.settled;
import static jp.nenkin.member.upload.SentFiles.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.file.LayoutWriter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class RosterTest {
    private static final String HEADER = "type,establishmentNumber,insuredNumber,name,birthDate,acquiredOn,"
            + "firstBaseSalary,remuneration,secondUnits\r\n";
    private static final String FILINGS = "SELECT count(*) FROM filing WHERE establishment_number = ? AND type = ?";

    private static byte[] csv(String site, String... rows) {
        StringBuilder file = new StringBuilder(HEADER);
        for (String row : rows) {
            int type = row.indexOf(',');
            file.append(row, 0, type)
                    .append(',')
                    .append(site)
                    .append(row.substring(type))
                    .append("\r\n");
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String sent(String site, String... rows) {
        JsonPath done = settled(site, csv(site, rows));
        assertThat(done.getString("state")).isEqualTo("PROCESSED");
        return done.getString("id");
    }

    private static Map<String, Object> asked(String site, String... files) {
        return body("establishmentNumber", site, "effectiveFrom", "2025-10-01", "fileIds", List.of(files));
    }

    private static String made(String site, String... files) {
        return post(LocalParts.asEstablishment(site), "/derivations", asked(site, files))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static JsonPath lines(String id) {
        return get(LocalParts.asOfficer(), "/derivations/" + id + "/lines")
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse confirm(String id, Map<String, ?> loss) {
        return confirm(id, List.of(loss));
    }

    private static ValidatableResponse confirm(String id, List<?> losses) {
        return post(
                LocalParts.asOfficer(),
                "/derivations/" + id + "/confirmation",
                body("leaveOut", List.of(), "losses", losses));
    }

    private static Map<String, ?> loss(int line, String lostOn) {
        return Map.of("line", line, "lostOn", lostOn, "cause", "RETIREMENT");
    }

    @Test
    void a_roster_of_which_rows_were_returned_tells_of_no_leavers() {
        String site = establishment("4300029");
        sent(
                site,
                "Enrolment,1,名簿 十,1985-05-05,2015-04-01,300000,,",
                "Enrolment,2,名簿 十一,1985-05-05,2015-04-01,300000,,");
        String roster = settled(site, csv(site, "Employed,1,,,,,-5,", "Employed,2,,,,,0,"), "mode", "ROW_BY_ROW")
                .getString("id");
        refused(post(LocalParts.asEstablishment(site), "/derivations", asked(site, roster)), 422, "roster-incomplete");

        String mended = sent(site, "Employed,1,,,,,,", "Employed,2,,,,,0,");

        // An amount of zeros is none, and no reason for the lowest grade.
        assertThat(lines(made(site, mended)).getList("lines.kind")).isEqualTo(List.of("NOTHING", "NOTHING"));
    }

    @Test
    void a_roster_gives_joiners_and_leavers_and_changes_but_loses_nobody_of_itself() {
        String site = establishment(
                "4300020", "plans", List.of("FIRST", "SECOND"), "secondPlanCourse", Map.of("kind", "VARIABLE"));
        sent(
                site,
                "Enrolment,1,名簿 一,1985-05-05,2015-04-01,300000,,5",
                "Enrolment,2,名簿 二,1985-05-05,2015-04-01,300000,,5",
                "Enrolment,3,名簿 三,1985-05-05,2015-04-01,300000,,5",
                "Enrolment,4,名簿 四,1985-05-05,2015-04-01,300000,,5",
                "Enrolment,5,名簿 五,1985-05-05,2015-04-01,300000,,5");
        String roster = sent(
                site,
                "Employed,1,,,,,330000,6",
                "Employed,,名簿 二,1985-05-05,,300000,,",
                "Employed,5,結婚 五,,,,,",
                "在籍者,6,新人 六,1990-01-01,2025-11-04,,209999,3",
                "Employed,7,未定 七,1990-01-01,,,200000,3",
                "Employed,8,高齢 八,1961-12-01,2025-11-04,,200000,3",
                "Employed,1,,,,,340000,6",
                "Employed,2,,,,,,");

        String id = made(site, roster);

        JsonPath lines = lines(id);
        assertThat(lines.getList("lines.kind"))
                .isEqualTo(List.of(
                        "CHANGE", "NOTHING", "NOTHING", "JOINER", "NOTHING", "NOTHING", "NOTHING", "NOTHING", "LEAVER",
                        "LEAVER"));
        assertThat(lines.getList("lines.reason.code"))
                .isEqualTo(List.of(
                        "nothing-changes",
                        "name-differs",
                        "joiner-incomplete",
                        "right-not-reachable",
                        "twice-on-roster",
                        "twice-on-roster"));
        assertThat(lines.getList("lines[0].figures.baseSalary")).isEqualTo(List.of(340_000, 6_000));
        assertThat(lines.<String, Object>getMap("lines[3].enrolment"))
                .isEqualTo(Map.of(
                        "acquiredOn",
                        "2025-11-04",
                        "birthDate",
                        "1990-01-01",
                        "firstBaseSalary",
                        200_000,
                        "secondUnits",
                        3));
        assertThat(lines.getString("lines[8].name")).isEqualTo("名簿 三");
        get(LocalParts.asOfficer(), "/derivations/" + id)
                .body("lines", equalTo(10))
                .body("proposed", equalTo(2));

        refused(confirm(id, loss(4, "2025-07-01")), 422, "line-not-proposed");
        refused(confirm(id, List.of(loss(9, "2025-07-01"), loss(9, "2025-07-02"))), 422, "line-twice");
        refused(confirm(id, Map.of("line", 9, "lostOn", "2025-07-01")), 400, "invalid");
        // The last of all, so whatever came before it is undone.
        refused(confirm(id, loss(9, "2014-07-01")), 422, "lost-before-acquired").body("values.derivedLine", equalTo(9));
        assertThat(count(FILINGS, site, "ENROLMENT")).isEqualTo(5);
        assertThat(count(FILINGS, site, "BASE_SALARY_CHANGE")).isZero();

        for (int i = 0; i < 2; i++) {
            confirm(id, loss(9, "2025-07-01")).statusCode(200).body("state", equalTo("CONFIRMED"));
        }
        refused(confirm(id, loss(10, "2025-07-01")), 409, "derivation-settled");
        assertThat(count(FILINGS, site, "ENROLMENT")).isEqualTo(6);
        assertThat(count(FILINGS, site, "BASE_SALARY_CHANGE")).isEqualTo(1);
        assertThat(count(FILINGS, site, "LOSS")).isEqualTo(1);
        JsonPath after = lines(id);
        get(LocalParts.asEstablishment(site), "/filings/" + after.getString("lines[8].filingId"))
                .body("type", equalTo("LOSS"))
                .body("content.cause", equalTo("RETIREMENT"))
                .body("content.derivedFrom.line", equalTo(9));
        get(LocalParts.asEstablishment(site), "/filings/" + after.getString("lines[3].filingId"))
                .body("type", equalTo("ENROLMENT"))
                .body("content.insuredNumber", equalTo("6"))
                .body("content.derivedFrom.row.line", equalTo(5));
        JsonPath again = lines(made(site, roster));
        assertThat(again.getList("lines.kind"))
                .doesNotContain("CHANGE", "JOINER")
                .containsOnlyOnce("LEAVER");
    }

    @Test
    void who_left_before_comes_back_under_his_number() {
        String site = establishment("4300021");
        sent(site, "Enrolment,1,復帰 一,1985-05-05,2015-04-01,300000,,");
        String gone = made(site, sent(site, "Employed,9,別人 九,1985-05-06,2025-11-04,300000,,"));
        confirm(gone, loss(2, "2025-07-01")).statusCode(200);
        String back = made(site, sent(site, "Employed,1,復帰 一,1985-05-05,2025-12-01,320000,,"));

        confirm(back, List.of()).statusCode(200);

        assertThat(lines(back).getList("lines.kind")).isEqualTo(List.of("JOINER", "LEAVER"));
        get(LocalParts.asOfficer(), "/members/" + lines(back).getString("lines[0].memberNumber"))
                .body("memberships.acquiredOn", equalTo(List.of("2015-04-01", "2025-12-01")));
    }

    @Test
    void a_roster_and_reckonings_are_not_taken_together() {
        String site = establishment("4300022");
        String roster = sent(site, "Employed,1,混在 一,1985-05-05,,300000,,");
        JsonPath calculations = settled(
                site,
                LayoutWriter.shfd().line(LayoutWriter.reckoning("2225700"), 53).bytes());
        assertThat(told(calculations)).containsExactly("6 NOT_APPLICABLE used-by-derivation");
        refused(
                post(LocalParts.asOfficer(), "/derivations", asked(site, roster, calculations.getString("id"))),
                422,
                "sources-mixed");
    }
}
