package jp.nenkin.member.application;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ApplicationTest {
    private static final String SITE = "4400011";

    @BeforeEach
    void establishments() {
        Requests.establishment(SITE);
    }

    @Test
    void an_address_is_in_effect_at_once_and_the_establishment_does_not_see_it() {
        String member = member();
        String filing = post(LocalParts.asMember(member), applications(member), body("addressChange", address()))
                .statusCode(201)
                .body("state", equalTo("ACCEPTED"))
                .body("type", equalTo("ADDRESS_CHANGE"))
                .body("receiptNumber", notNullValue())
                .extract()
                .path("filingId");
        get(LocalParts.asMember(member), "/members/" + member).body("address", equalTo("東京都千代田区霞が関1-2-3"));
        get(LocalParts.asOfficer(), "/members/" + member).body("postcode", equalTo("1000013"));
        get(LocalParts.asEstablishment(SITE), "/members/" + member).body("address", nullValue());
        get(LocalParts.asMember(member), "/filings/" + filing).statusCode(200);
        refused(get(LocalParts.asEstablishment(SITE), "/filings/" + filing), 403, "forbidden");
    }

    @Test
    void an_account_is_whole_to_officers_and_masked_to_the_member() {
        String member = member();
        refused(get(LocalParts.asMember(member), account(member)), 404, "not-found");
        apply(member, "0000111");
        apply(member, "1234567");
        get(LocalParts.asMember(member), account(member))
                .statusCode(200)
                .body("number", equalTo("****567"))
                .body("holder", nullValue());
        get(LocalParts.asOfficer(), account(member))
                .body("number", equalTo("1234567"))
                .body("holder", equalTo("ﾈﾝｷﾝ ﾀﾛｳ"))
                .body("kind", equalTo("ORDINARY"));
        String list = get(LocalParts.asOfficer(), applications(member))
                .body("applications.bankAccountChange.number", contains("****567", "****111"))
                .extract()
                .asString();
        assertThat(list).doesNotContain("1234567").doesNotContain("ﾈﾝｷﾝ");
    }

    @Test
    void a_name_waits_for_an_officer_who_accepts_it_once() {
        String member = member();
        String id = applyForName(member);
        get(LocalParts.asMember(member), "/members/" + member).body("name", not(equalTo("渡邉 恵")));
        assertThat(get(LocalParts.asOfficer(), "/applications?limit=100")
                        .extract()
                        .asString())
                .contains(id);
        post(LocalParts.asOfficer(), "/applications/" + id + "/acceptance", Map.of())
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("filingId", notNullValue());
        get(LocalParts.asMember(member), "/members/" + member).body("name", equalTo("渡邉 恵"));
        get(LocalParts.asMember(member), applications(member)).body("applications.state", contains("ACCEPTED"));
        refused(
                post(LocalParts.asOfficer(), "/applications/" + id + "/acceptance", Map.of()),
                409,
                "application-decided");
        refused(
                post(LocalParts.asOfficer(), "/applications/" + id + "/return", body("reason", "x")),
                409,
                "application-decided");
    }

    @Test
    void a_name_is_returned_with_the_reason_and_pages_go_back_in_time() {
        String member = member();
        String id = applyForName(member);
        post(LocalParts.asOfficer(), "/applications/" + id + "/return", body("reason", "証明書が読めません"))
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        apply(member, "1234567");
        long next = get(LocalParts.asMember(member), applications(member) + "?limit=1")
                .body("applications.type", contains("BANK_ACCOUNT_CHANGE"))
                .extract()
                .jsonPath()
                .getLong("next");
        get(LocalParts.asMember(member), applications(member) + "?limit=1&cursor=" + next)
                .body("applications.id", contains(id))
                .body("applications.reason", hasItem("証明書が読めません"))
                .body("next", nullValue());
        get(LocalParts.asMember(member), "/members/" + member).body("name", not(equalTo("渡邉 恵")));
    }

    @Test
    void what_no_rule_allows_is_refused_and_leaves_nothing() {
        String member = member();
        refused(apply(member, body()), 422, "application-content-not-one");
        refused(
                apply(member, body("addressChange", address(), "bankAccountChange", account("ネンキン", "1234567"))),
                422,
                "application-content-not-one");
        refused(apply(member, body("bankAccountChange", account("年金", "1234567"))), 422, "holder-not-writable");
        refused(apply(member, body("bankAccountChange", account("ネンキン", "123456"))), 400, "invalid");
        refused(
                apply(member, body("addressChange", but(address(), "changedOn", today().plusDays(1)))),
                422,
                "changed-after-application");
        refused(
                apply(member, body("addressChange", but(address(), "address", "1234-5678-9012"))),
                400,
                "my-number-not-taken");
        post(
                        LocalParts.asOfficer(),
                        "/filings/losses",
                        but(loss(member, today()), "establishmentNumber", SITE, "cause", "DEATH"))
                .statusCode(201);
        refused(apply(member, body("addressChange", address())), 422, "member-deceased");
        get(LocalParts.asOfficer(), applications(member)).body("applications.size()", equalTo(0));
    }

    @Test
    void the_member_alone_applies_and_no_establishment_reads() {
        String member = member();
        String other = member();
        Map<String, Object> body = body("addressChange", address());
        refused(post(LocalParts.asOfficer(), applications(member), body), 403, "forbidden");
        refused(post(LocalParts.asEstablishment(SITE), applications(member), body), 403, "forbidden");
        refused(post(LocalParts.asMember(other), applications(member), body), 403, "forbidden");
        refused(post(LocalParts.anonymous(), applications(member), body), 401, "unauthorized");
        String id = applyForName(member);
        for (String path : List.of(applications(member), account(member))) {
            refused(get(LocalParts.asEstablishment(SITE), path), 403, "forbidden");
            refused(get(LocalParts.asMember(other), path), 403, "forbidden");
            refused(get(LocalParts.anonymous(), path), 401, "unauthorized");
        }
        refused(get(LocalParts.asMember(member), "/applications"), 403, "forbidden");
        refused(post(LocalParts.asMember(member), "/applications/" + id + "/acceptance", Map.of()), 403, "forbidden");
        refused(
                post(LocalParts.asEstablishment(SITE), "/applications/" + id + "/return", body("reason", "x")),
                403,
                "forbidden");
    }

    @Test
    void below_the_service_no_establishment_sees_and_no_member_decides_what_waits() throws SQLException {
        String member = member();
        String id = applyForName(member);
        apply(member, "1234567");
        apply(member, body("addressChange", address())).statusCode(201);
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            for (String table : List.of("member_application", "application_decision", "bank_account", "address")) {
                String count = "SELECT count(*) FROM " + table + " WHERE member_number = '" + member + "'";
                assertThat(one(service, "establishment", SITE, "", count))
                        .as(table)
                        .isEqualTo("0");
                assertThat(one(service, "member", "", member, count)).as(table).isNotEqualTo("0");
            }
            String accept = """
                    INSERT INTO application_decision (application, type, member_number, outcome, filing_id, decided_at,
                                                      decided_by)
                    SELECT id, type, member_number, 'ACCEPTED', id, now(), 'member/x' FROM member_application
                     WHERE id = '%s' RETURNING 1
                    """.formatted(id);
            assertThat(one(service, "member", "", member, accept)).contains("row-level security");
        }
    }

    private static String one(Connection service, String role, String establishment, String member, String sql) {
        try (PreparedStatement set = service.prepareStatement("""
                        SELECT set_config('app.role', ?, true), set_config('app.establishment', ?, true),
                               set_config('app.member', ?, true)
                        """);
                PreparedStatement asked = service.prepareStatement(sql)) {
            set.setString(1, role);
            set.setString(2, establishment);
            set.setString(3, member);
            set.execute();
            try (ResultSet rows = asked.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String member() {
        return enrolled(but(enrolment(), "establishmentNumber", SITE));
    }

    private static void apply(String member, String number) {
        apply(member, body("bankAccountChange", account("ネンキン タロウ", number)))
                .statusCode(201)
                .body("state", equalTo("ACCEPTED"))
                .body("filingId", nullValue());
    }

    private static String applyForName(String member) {
        return apply(
                        member,
                        body(
                                "nameChange",
                                body(
                                        "name",
                                        "渡邉 恵",
                                        "nameKana",
                                        "ワタナベ メグミ",
                                        "changedOn",
                                        "2024-06-01",
                                        "evidence",
                                        "戸籍抄本を郵送しました")))
                .statusCode(201)
                .body("state", equalTo("RECEIVED"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse apply(String member, Map<String, Object> body) {
        return post(LocalParts.asMember(member), applications(member), body);
    }

    private static Map<String, Object> address() {
        return body("postcode", "1000013", "address", "東京都千代田区霞が関1-2-3", "changedOn", "2024-06-01");
    }

    private static Map<String, Object> account(String holder, String number) {
        return body("bankCode", "0001", "branchCode", "234", "kind", "ORDINARY", "number", number, "holder", holder);
    }

    private static String applications(String member) {
        return "/members/" + member + "/applications";
    }

    private static String account(String member) {
        return "/members/" + member + "/bank-account";
    }
}
