package jp.nenkin.member.upload;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.today;
import static jp.nenkin.member.upload.SentFiles.count;
import static jp.nenkin.member.upload.SentFiles.csv;
import static jp.nenkin.member.upload.SentFiles.enrolment;
import static jp.nenkin.member.upload.SentFiles.establishment;
import static jp.nenkin.member.upload.SentFiles.row;
import static jp.nenkin.member.upload.SentFiles.rows;
import static jp.nenkin.member.upload.SentFiles.send;
import static jp.nenkin.member.upload.SentFiles.settled;
import static jp.nenkin.member.upload.SentFiles.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import jp.nenkin.member.file.LayoutWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class SendFileTest {
    private static final String SITE = "3000001";
    private static final String FILINGS = "SELECT count(*) FROM filing WHERE establishment_number = ?";
    private static final String EVENTS = "SELECT count(*) FROM outbox WHERE payload::json->>'establishmentNumber' = ?"
            + " AND type LIKE '%MemberEnrolled%'";
    private static final String NEWS = "SELECT count(*) FROM outbox WHERE payload::json->>'establishmentNumber' = ?"
            + " AND type LIKE '%' || ? || '%'";

    @BeforeEach
    void establishments() {
        Requests.establishments();
        establishment(SITE);
    }

    @Test
    void our_csv_becomes_filings_whose_names_are_kept_as_filed() {
        byte[] file = csv(
                enrolment(SITE, "髙﨑 ①㈱郎").replace("2015-04-01", today().toString()),
                enrolment(SITE, "ﾀｶｻｷ ｼﾞﾛｳ").replace("2015-04-01", today().toString()));
        byte[] marked = ("\uFEFF" + new String(file, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        JsonPath sent = send(LocalParts.asEstablishment(SITE), SITE, marked)
                .statusCode(202)
                .body("state", equalTo("RECEIVED"))
                .body("counts.rows", equalTo(2))
                .extract()
                .jsonPath();
        JsonPath done = settled(sent.getString("id"));
        assertThat(done.getString("state")).isEqualTo("PROCESSED");
        assertThat(done.getInt("counts.processed")).isEqualTo(2);
        assertThat(done.getString("characterSet")).isEqualTo("UTF_8");
        String member = rows(done).getString("rows[0].memberNumber");
        get(LocalParts.asEstablishment(SITE), "/members/" + member)
                .statusCode(200)
                .body("name", equalTo("髙﨑 ①㈱郎"));
        get(LocalParts.asEstablishment(SITE), "/filings/" + rows(done).getString("rows[0].filingId"))
                .statusCode(200)
                .body("content.name", equalTo("髙﨑 ①㈱郎"))
                .body("content.firstBaseSalary", equalTo(300_000));
        assertThat(count("SELECT count(*) FROM filing WHERE member_number = ? AND filed_by LIKE 'system/%'", member))
                .isEqualTo(1);
    }

    @Test
    void windows_31j_is_read_too() {
        JsonPath done = settled(
                SITE,
                new String(csv(enrolment(SITE, "髙﨑 ①㈱子")), StandardCharsets.UTF_8)
                        .getBytes(Charset.forName("windows-31j")));
        assertThat(told(done)).containsExactly("2 PROCESSED");
        assertThat(done.getString("characterSet")).isEqualTo("WINDOWS_31J");
    }

    @Test
    void the_pension_services_layout_is_matched_by_its_symbol_and_by_the_person() {
        String site = establishment("3000002");
        JsonPath enrolled = settled(
                site, LayoutWriter.shfd().line(LayoutWriter.joining(), 34).bytes());
        assertThat(told(enrolled)).containsExactly("6 PROCESSED");
        Map<Integer, String> loss = LayoutWriter.loss();
        loss.put(9, "5");
        loss.put(10, "640107");
        Map<Integer, String> reckoning = LayoutWriter.reckoning("2225700");
        reckoning.put(8, "5");
        reckoning.put(9, "640107");
        Map<Integer, String> elsewhere = LayoutWriter.loss();
        elsewhere.put(4, "ｹｲﾆ");
        JsonPath lost = settled(
                site,
                LayoutWriter.shfd()
                        .line(reckoning, 53)
                        .line(loss, 27)
                        .line(elsewhere, 27)
                        .line(Map.of(1, "2202700"), 3)
                        .bytes(),
                "mode",
                "ROW_BY_ROW");
        assertThat(told(lost))
                .containsExactly(
                        "6 NOT_APPLICABLE used-by-derivation", "7 PROCESSED", "8 RETURNED establishment-not-of-file");
        assertThat(lost.getInt("formsNotOurs.2202700")).isEqualTo(1);
        assertThat(lost.getString("kind")).isEqualTo("SHFD0006");
    }

    @Test
    void the_fund_variant_is_matched_by_the_funds_number() {
        String site = establishment("0000123");
        Map<Integer, String> joining = LayoutWriter.joining();
        joining.putAll(Map.of(34, "0123", 35, "123", 37, "01", 43, "0300"));
        JsonPath done =
                settled(site, LayoutWriter.knfd("0000123").line(joining, 55).bytes());
        assertThat(told(done)).containsExactly("6 PROCESSED");
        assertThat(done.getString("kind")).isEqualTo("KNFD0006");
    }

    @Test
    void the_same_file_again_is_the_same_receipt() {
        String site = establishment("3000003");
        byte[] file = csv(enrolment(site, "再送 一"));
        JsonPath first = settled(site, file);
        send(LocalParts.asOfficer(), site, file, "mode", "ROW_BY_ROW")
                .statusCode(200)
                .body("id", equalTo(first.getString("id")))
                .body("state", equalTo("PROCESSED"))
                .body("mode", equalTo("ALL_OR_NOTHING"));
        assertThat(count(FILINGS, site)).isEqualTo(1);
    }

    @Test
    void of_a_file_with_a_bad_row_nothing_takes_effect_and_every_error_is_told() {
        String site = establishment("3000004");
        byte[] file = csv(
                enrolment(site, "良い 一"),
                enrolment(site, "悪い 二").replace(",300000,", ",300001,"),
                enrolment(site, "悪い 三").replace("2015-04-01", "1999-04-01"),
                enrolment(site, "読めない").replace("1985-05-05", "1985-02-30"));
        JsonPath done = settled(site, file);
        assertThat(done.getString("state")).isEqualTo("RETURNED");
        assertThat(told(done))
                .containsExactly(
                        "2 NOT_APPLICABLE others-returned",
                        "3 RETURNED base-salary-not-a-grade",
                        "4 RETURNED birth-date-implausible",
                        "5 RETURNED date-invalid");
        assertThat(done.getMap("counts"))
                .isEqualTo(Map.of("rows", 4, "received", 0, "processed", 0, "notApplicable", 1, "returned", 3));
        assertThat(count(FILINGS, site)).isZero();
        assertThat(count(EVENTS, site)).isZero();
        assertThat(count(NEWS, site, "FilingProcessed")).isZero();
        assertThat(count(NEWS, site, "FilingReturned")).isEqualTo(3);
        JsonPath again = settled(site, file, "mode", "ROW_BY_ROW");
        assertThat(told(again)).first().isEqualTo("2 PROCESSED");
        assertThat(count(FILINGS, site)).isEqualTo(1);
    }

    @Test
    void row_by_row_every_tenth_bad_row_is_returned_with_its_own_code() {
        String site = establishment("3000005");
        List<String> bad = List.of(
                row("Loss", site, "memberNumber", "9999999999", "lostOn", "2025-04-01", "cause", "RETIREMENT"),
                row("Loss", site, "memberNumber", "1", "lostOn", "2025-04-01"),
                row("Unheard", site),
                enrolment("7654321", "よその 事業所"),
                enrolment(site, "未来 人").replace("2015-04-01", "2099-04-01"),
                enrolment(site, "数字 無").replace(",300000,", ",三十万,"),
                row("NameChange", site, "insuredNumber", "77", "newName", "新 名", "changedOn", "2025-04-01"),
                enrolment(site, "重複 人"),
                row("Enrolment", site, "name", "給与 無", "birthDate", "1985-05-05", "acquiredOn", "2015-04-01"));
        List<String> lines = new ArrayList<>();
        lines.add(enrolment(site, "重複 人"));
        for (int i = 0; i < bad.size(); i++) {
            for (int good = 0; good < 9; good++) {
                lines.add(enrolment(site, "行 %d の %d".formatted(i, good)));
            }
            lines.add(bad.get(i));
        }
        JsonPath done = settled(site, csv(lines.toArray(String[]::new)), "mode", "ROW_BY_ROW");
        assertThat(told(done).stream().filter(row -> row.contains("RETURNED")))
                .containsExactly(
                        "12 RETURNED member-not-matched",
                        "22 RETURNED item-missing",
                        "32 RETURNED code-unknown",
                        "42 RETURNED establishment-not-of-file",
                        "52 RETURNED acquired-in-future",
                        "62 RETURNED amount-invalid",
                        "72 RETURNED member-not-matched",
                        "82 RETURNED already-member",
                        "92 RETURNED base-salary-missing");
        assertThat(done.getInt("counts.processed")).isEqualTo(82);
        assertThat(count(FILINGS, site)).isEqualTo(82);
        assertThat(count(EVENTS, site)).isEqualTo(82);
        assertThat(count(NEWS, site, "FilingProcessed")).isEqualTo(82);
        assertThat(count(NEWS, site, "FilingReturned")).isEqualTo(9);
        get(LocalParts.asOfficer(), "/filing-files/" + done.getString("id") + "/rows?state=RETURNED&after=82")
                .body("rows.line", equalTo(List.of(92)))
                .body(
                        "rows[0].reasons[0].message",
                        equalTo("This filing of the establishment 3000005 needs a base" + " salary."));
    }

    @Test
    void a_file_that_cannot_be_read_is_refused_and_leaves_nothing() {
        String site = establishment("3000006");
        refused(send(LocalParts.asOfficer(), site, new byte[0]), 422, "file-empty");
        refused(send(LocalParts.asOfficer(), site, "何か".getBytes(StandardCharsets.UTF_8)), 422, "file-kind-unknown");
        refused(
                        send(LocalParts.asOfficer(), site, "type,wrong\r\nLoss,1\r\n".getBytes(StandardCharsets.UTF_8)),
                        422,
                        "header-invalid")
                .body("errors.code", hasItem("column-unknown"))
                .body("errors.field", hasItem("line 1"));
        byte[] broken = (new String(csv(enrolment(site, "良い 人")), StandardCharsets.UTF_8) + "\"Loss")
                .getBytes(StandardCharsets.UTF_8);
        refused(send(LocalParts.asOfficer(), site, broken), 422, "quotes-broken");
        refused(send(LocalParts.asOfficer(), "7000000", csv()), 422, "establishment-unknown");
        assertThat(count("SELECT count(*) FROM filing_file WHERE establishment_number = ?", site))
                .isZero();
        assertThat(count("SELECT count(*) FROM filed_row_kept WHERE NOT EXISTS"
                        + " (SELECT FROM filing_file WHERE id = file)"
                        + " AND NOT EXISTS (SELECT FROM consultant_file WHERE id = file)"))
                .isZero();
    }

    @Test
    void a_file_may_be_larger_than_anything_else_that_is_sent() {
        byte[] large = " ".repeat(11_000_000).getBytes(StandardCharsets.US_ASCII);
        refused(send(LocalParts.asOfficer(), SITE, large), 422, "file-kind-unknown");
        refused(
                Requests.post(LocalParts.asOfficer(), "/filings/losses", Map.of("cause", " ".repeat(11_000_000))),
                413,
                "payload-too-large");
    }

    @Test
    void paper_is_sent_by_officers_with_its_day_of_receipt() {
        byte[] file = csv(enrolment(SITE, "紙 一"));
        refused(
                send(LocalParts.asEstablishment(SITE), SITE, file, "channel", "PAPER", "receivedOn", "2025-04-01"),
                403,
                "paper-by-officers-only");
        refused(send(LocalParts.asOfficer(), SITE, file, "channel", "PAPER"), 422, "received-on-missing");
        JsonPath done = settled(SITE, file, "channel", "PAPER", "receivedOn", "2025-04-01");
        assertThat(done.getString("receivedOn")).isEqualTo("2025-04-01");
        get(LocalParts.asOfficer(), "/filings/" + rows(done).getString("rows[0].filingId"))
                .body("channel", equalTo("PAPER"))
                .body("receivedOn", equalTo("2025-04-01"));
    }

    @Test
    void files_of_others_are_neither_sent_nor_seen() {
        byte[] file = csv(enrolment(SITE, "見える 人"));
        String path = "/filing-files/" + settled(SITE, file).getString("id");
        for (String seen : List.of(path, path + "/rows", "/filing-files?establishmentNumber=" + SITE)) {
            get(LocalParts.asOfficer(), seen).statusCode(200);
            get(LocalParts.asEstablishment(SITE), seen).statusCode(200);
            refused(get(LocalParts.asEstablishment(BOTH_FIXED), seen), 403, "forbidden");
            refused(get(LocalParts.asMember("9999999999"), seen), 403, "forbidden");
            refused(get(LocalParts.anonymous(), seen), 401, "unauthorized");
        }
        refused(get(LocalParts.asOfficer(), "/filing-files/" + UUID.randomUUID()), 404, "not-found");
        refused(send(LocalParts.asEstablishment(BOTH_FIXED), SITE, file), 403, "forbidden");
        refused(send(LocalParts.asMember("9999999999"), SITE, file), 403, "forbidden");
        refused(send(LocalParts.anonymous(), SITE, file), 401, "unauthorized");
    }

    @Test
    void the_files_of_an_establishment_are_listed_newest_first() {
        String site = establishment("3000007");
        JsonPath first = settled(site, csv(enrolment(site, "一覧 一")));
        JsonPath second = settled(site, csv(enrolment(site, "一覧 二")));
        String list = "/filing-files?establishmentNumber=" + site;
        get(LocalParts.asOfficer(), list)
                .body("files.id", equalTo(List.of(second.getString("id"), first.getString("id"))));
        get(LocalParts.asOfficer(), list + "&after=" + second.getLong("receiptNumber"))
                .body("files.id", equalTo(List.of(first.getString("id"))));
    }

    @Test
    void below_the_service_rows_are_added_to_own_files_alone_and_read_through_the_view() throws SQLException {
        JsonPath sent = settled(SITE, csv(enrolment(SITE, "権利 人")));
        try (Connection service = LocalParts.databaseAsService();
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM filed_row_kept"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute(
                            "INSERT INTO filed_row_kept (file, line, state, reasons) VALUES ('%s', 9, 'RETURNED', '[]')"
                                    .formatted(sent.getString("id"))))
                    .hasMessageContaining("may not see");
        }
    }
}
