package jp.nenkin.member.upload;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.today;
import static jp.nenkin.member.filer.Consultancies.consultant;
import static jp.nenkin.member.filer.Consultancies.delegated;
import static jp.nenkin.member.filer.Consultancies.ended;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.row;
import static jp.nenkin.member.upload.SentFiles.sendTo;
import static jp.nenkin.member.upload.SentFiles.settled;
import static jp.nenkin.member.upload.SentFiles.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.file.LayoutWriter;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ConsultantFileTest {
    @Test
    void a_file_over_two_who_delegated_and_one_who_did_not() {
        String code = consultant("42000011");
        String direct = establishment("4200011");
        String approving = establishment("4200012", "filingsNeedApproval", true);
        String third = establishment("4200013");
        String delegation = delegated(direct, code, today());
        delegated(approving, code, today());
        byte[] file = csv(joining(direct, "委託 一"), joining(approving, "委託 二"), joining(third, "委託 三"));
        RequestSpecification consultant = LocalParts.asConsultant(code);

        JsonPath checked = send("/filing-files/check", consultant, file)
                .statusCode(200)
                .body("effectsUnavailable", equalTo(true))
                .body("effectsReason.code", equalTo("effects-not-for-consultants"))
                .extract()
                .jsonPath();
        assertThat(checked.getList("files.state")).containsExactly("PROCESSED", "PROCESSED");
        assertThat(checked.getList("rows.state")).containsExactly("PROCESSED", "PROCESSED", "RETURNED");
        assertThat(checked.getString("rows[2].reasons[0].code")).isEqualTo("establishment-not-delegated");

        JsonPath sent = send("/filing-files", consultant, file)
                .statusCode(202)
                .body("rows", equalTo(3))
                .body("returned", equalTo(1))
                .body("files.establishmentNumber", equalTo(List.of(direct, approving)))
                .extract()
                .jsonPath();
        String whole = "/consultant-files/" + sent.getString("id");
        get(consultant, whole + "/rows")
                .statusCode(200)
                .body("rows.line", equalTo(List.of(4)))
                .body("rows[0].reasons[0].code", equalTo("establishment-not-delegated"))
                .body("rows[0].reasons[0].values", equalTo(Map.of()));
        send("/filing-files", consultant, file).statusCode(200).body("id", equalTo(sent.getString("id")));

        String ofDirect = sent.getString("files[0].id");
        String ofApproving = sent.getString("files[1].id");
        assertThat(told(settled(ofDirect))).containsExactly("2 PROCESSED");
        assertThat(settled(ofApproving).getString("state")).isEqualTo("AWAITING_APPROVAL");
        refused(approve(consultant, ofApproving), 403, "forbidden");
        assertThatThrownBy(() -> approveBelowTheService(code, ofApproving)).hasMessageContaining("row-level security");
        approve(LocalParts.asEstablishment(approving), ofApproving).statusCode(200);
        assertThat(told(settled(ofApproving))).containsExactly("3 PROCESSED");

        get(LocalParts.asEstablishment(direct), "/filing-files/" + ofDirect)
                .statusCode(200)
                .body("consultantCode", equalTo(code));
        refused(get(LocalParts.asEstablishment(direct), "/filing-files/" + ofApproving + "/rows"), 403, "forbidden");
        for (RequestSpecification stranger : List.of(
                LocalParts.asEstablishment(direct),
                LocalParts.asConsultant("42000099"),
                LocalParts.asMember("9999999999"))) {
            refused(get(stranger, whole), 403, "forbidden");
            refused(get(stranger, whole + "/rows"), 403, "forbidden");
            refused(get(stranger, "/consultant-files?consultantCode=" + code), 403, "forbidden");
        }
        refused(get(LocalParts.anonymous(), whole), 401, "unauthorized");

        ended(direct, delegation);
        refused(get(consultant, "/filing-files/" + ofDirect), 403, "forbidden");
        get(consultant, "/consultant-files?consultantCode=" + code)
                .statusCode(200)
                .body("files[0].files.establishmentNumber", equalTo(List.of(approving)));
        get(LocalParts.asOfficer(), whole).statusCode(200).body("files.size()", equalTo(2));
    }

    @Test
    void all_or_nothing_is_of_each_establishment_unless_a_row_may_be_of_any() {
        String code = consultant("42000014");
        String good = establishment("4200014");
        String faulty = establishment("4200015");
        delegated(good, code, today());
        delegated(faulty, code, today());
        String unreadable = row("Enrolment", faulty, "name", "委託 四");
        JsonPath sent = accepted(code, csv(joining(good, "委託 五"), unreadable, joining(faulty, "委託 六")));
        assertThat(told(settled(sent.getString("files[0].id")))).containsExactly("2 PROCESSED");
        assertThat(told(settled(sent.getString("files[1].id"))).getLast())
                .isEqualTo("4 NOT_APPLICABLE others-returned");

        sendTo(
                        "/filing-files/check",
                        LocalParts.asConsultant(code),
                        null,
                        csv(joining(good, "委託 八"), joining(faulty, "委託 九"), unreadable))
                .statusCode(200)
                .body("state", equalTo("PARTLY_RETURNED"))
                .body("files.state", equalTo(List.of("PROCESSED", "RETURNED")));
        byte[] anybodys = csv(joining(good, "委託 七"), "Enrolment," + good + ",too,few\r\n");
        JsonPath returned = accepted(code, anybodys);
        assertThat(returned.getInt("returned")).isEqualTo(1);
        assertThat(returned.getList("files.state")).containsExactly("RETURNED");
        assertThat(told(settled(returned.getString("files[0].id"))))
                .containsExactly("2 NOT_APPLICABLE others-returned");
        assertThat(accepted(code, anybodys).getString("id")).isNotEqualTo(returned.getString("id"));
    }

    @Test
    void the_pension_services_layout_names_the_consultant_and_several_establishments() {
        String code = consultant("42000017");
        String alpha = establishment("4200017", "office", office("アルフ"));
        String beta = establishment("4200018", "office", office("ベタ"));
        establishment("4200019", "office", office("ガンマ"));
        delegated(alpha, code, today());
        delegated(beta, code, today());
        String site = "21,01,%s,123,100,0000,東京都,健保サービス株式会社,健保　良一,03,1234,5678";
        byte[] file = new LayoutWriter()
                .line(",," + code + ",001,20250401,22223")
                .line("[kanri]")
                .line("霧島　労務,002")
                .line(site.formatted("ｱﾙﾌ"))
                .line(site.formatted("ﾍﾞﾀ"))
                .line("[data]")
                .line(acquisition("ｱﾙﾌ"), 34)
                .line(acquisition("ﾍﾞﾀ"), 34)
                .line(acquisition("ｶﾞﾝﾏ"), 34)
                .bytes();
        JsonPath sent = accepted(code, file);
        assertThat(sent.getString("kind")).isEqualTo("SHFD0006");
        assertThat(sent.getInt("returned")).isEqualTo(1);
        assertThat(sent.getList("files.establishmentNumber")).containsExactly(alpha, beta);
        assertThat(told(settled(sent.getString("files[0].id")))).containsExactly("7 PROCESSED");
        assertThat(told(settled(sent.getString("files[1].id")))).containsExactly("8 PROCESSED");
    }

    private static Map<String, Object> office(String symbol) {
        return Map.of("prefecture", "21", "municipality", "01", "symbol", symbol);
    }

    private static Map<Integer, String> acquisition(String symbol) {
        LocalDate day = today();
        Map<Integer, String> items = LayoutWriter.joining();
        items.put(4, symbol);
        items.put(18, "9");
        items.put(19, "%02d%02d%02d".formatted(day.getYear() - 2018, day.getMonthValue(), day.getDayOfMonth()));
        return items;
    }

    @Test
    void a_file_is_the_senders_by_its_header_and_names_no_establishment_for_consultants_alone() {
        String code = consultant("42000016");
        String site = establishment("4200016");
        byte[] another = """
                ,,13999999,001,20250401,22223
                [kanri]
                労務　太郎,001
                21,01,ｹｲﾄ,123,100,0000,東京都,健保,健保　良一,03,1234,5678
                [data]
                2202700,,
                """.getBytes(StandardCharsets.UTF_8);
        refused(send("/filing-files", LocalParts.asConsultant(code), another), 422, "consultant-not-of-file");
        refused(send("/filing-files/check", LocalParts.asConsultant(code), another), 422, "consultant-not-of-file");
        byte[] file = csv(joining(site, "委託 八"));
        refused(send("/filing-files", LocalParts.asOfficer(), file), 400, "establishment-number-missing");
        refused(send("/filing-files", LocalParts.asMember("9999999999"), file), 403, "forbidden");
        refused(send("/filing-files", LocalParts.asConsultant("42000098"), file), 403, "forbidden");
        refused(sendTo("/filing-files", LocalParts.asConsultant(code), site, file), 403, "forbidden");
        delegated(site, code, today());
        String id = sendTo("/filing-files", LocalParts.asConsultant(code), site, file)
                .statusCode(202)
                .body("consultantCode", equalTo(code))
                .extract()
                .path("id");
        assertThat(told(settled(id))).containsExactly("2 PROCESSED");
    }

    /** In time, so that no officer has to decide. */
    private static String joining(String site, String name) {
        return row(
                "Enrolment",
                site,
                "name",
                name,
                "birthDate",
                "1985-05-05",
                "acquiredOn",
                today().toString(),
                "firstBaseSalary",
                "300000");
    }

    private static JsonPath accepted(String code, byte[] file) {
        return send("/filing-files", LocalParts.asConsultant(code), file)
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse send(String path, RequestSpecification caller, byte[] file) {
        return sendTo(path, caller, null, file);
    }

    private static void approveBelowTheService(String code, String file) throws SQLException {
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            try (PreparedStatement scope = service.prepareStatement("SELECT set_config('app.role', 'consultant', true),"
                    + " set_config('app.consultant', ?, true), set_config('app.today', ?, true)")) {
                scope.setString(1, code);
                scope.setString(2, today().toString());
                scope.execute();
            }
            try (PreparedStatement approval = service.prepareStatement("UPDATE filing_file SET state = 'RECEIVED',"
                    + " settled_by = 'another', settled_at = now() WHERE id = ?::uuid")) {
                approval.setString(1, file);
                approval.execute();
            }
        }
    }

    private static ValidatableResponse approve(RequestSpecification caller, String id) {
        return RestAssured.given()
                .spec(caller)
                .post("/filing-files/" + id + "/approval")
                .then();
    }
}
