package jp.nenkin.member.filing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class PersonFilingsTest {

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void an_enrolment_says_more_of_a_person_and_others_than_officers_see_of_the_pension_number_its_end() {
        ValidatableResponse taken = post(
                LocalParts.asOfficer(),
                "/filings/enrolments",
                but(
                        enrolment(),
                        "nameKana",
                        "ネンキン タロウ",
                        "sex",
                        "MALE",
                        "basicPensionNumber",
                        "1234567890",
                        "insuredNumber",
                        "000012",
                        "postcode",
                        "1000013",
                        "address",
                        "東京都千代田区霞が関1-2-3"));
        String member = taken.extract().path("memberNumber");
        String path = "/filings/" + taken.extract().path("filingId");
        get(LocalParts.asOfficer(), path).body("content.basicPensionNumber", equalTo("1234567890"));
        get(LocalParts.asMember(member), path).body("content.basicPensionNumber", equalTo("******7890"));
        get(LocalParts.asOfficer(), "/members/" + member)
                .body("nameKana", equalTo("ネンキン タロウ"))
                .body("sex", equalTo("MALE"))
                .body("basicPensionNumber", equalTo("1234567890"))
                .body("postcode", equalTo("1000013"))
                .body("address", equalTo("東京都千代田区霞が関1-2-3"))
                .body("memberships[0].insuredNumber", equalTo("12"));
        get(LocalParts.asEstablishment(FIRST_ONLY), "/members/" + member)
                .body("basicPensionNumber", equalTo("******7890"));
        get(LocalParts.asMember(member), "/members/" + member).body("basicPensionNumber", equalTo("******7890"));
        get(LocalParts.asOfficer(), "/members/" + enrolled())
                .body("nameKana", nullValue())
                .body("basicPensionNumber", nullValue())
                .body("address", nullValue());
    }

    @Test
    void what_cannot_be_read_of_a_person_is_told_by_field() {
        Map<String, Object> wrong = Map.of(
                "sex", "OTHER",
                "basicPensionNumber", "1234-567890",
                "insuredNumber", "1234567",
                "postcode", "100-0013",
                "nameKana", "");
        wrong.forEach(
                (name, value) -> post(LocalParts.asOfficer(), "/filings/enrolments", but(enrolment(), name, value))
                        .statusCode(400)
                        .body("code", equalTo("invalid"))
                        .body("errors.field", hasItem(name)));
    }

    @Test
    void a_my_number_is_refused_by_its_name_and_by_its_form() {
        for (String name : new String[] {"myNumber", "個人番号", "MY_NUMBER", "マイナンバー"}) {
            refused(
                    post(LocalParts.asOfficer(), "/filings/enrolments", but(enrolment(), name, "x")),
                    400,
                    "my-number-not-taken");
        }
        refused(
                post(LocalParts.asOfficer(), "/filings/enrolments", but(enrolment(), "name", "１２３４ ５６７８ ９０１２")),
                400,
                "my-number-not-taken");
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/filings/address-changes",
                        but(address(enrolled()), "address", "123456789012")),
                400,
                "my-number-not-taken");
        String inside = "{\"filingId\":\"01890a5d-ac96-774b-bcce-b302099a8057\",\"loss\":{\"myNumber\":\"1\"}}";
        refused(post(LocalParts.asOfficer(), "/filings/corrections", inside), 400, "my-number-not-taken");
    }

    @Test
    void a_name_changes() {
        String member = enrolled();
        String filing = post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/name-changes", name(member))
                .statusCode(201)
                .body("memberNumber", equalTo(member))
                .extract()
                .path("filingId");
        get(LocalParts.asMember(member), "/members/" + member)
                .body("name", equalTo("渡邉 恵"))
                .body("nameKana", equalTo("ワタナベ メグミ"));
        get(LocalParts.asOfficer(), "/filings/" + filing)
                .body("type", equalTo("NAME_CHANGE"))
                .body("takesBack", nullValue())
                .body("takenBackBy", nullValue());
    }

    @Test
    void a_name_in_kana_alone_leaves_the_other_form() {
        Map<String, Object> enrolment = enrolment();
        String member = enrolled(enrolment);
        post(LocalParts.asOfficer(), "/filings/name-changes", but(name(member), "newName", null))
                .statusCode(201);
        get(LocalParts.asOfficer(), "/members/" + member)
                .body("name", equalTo(enrolment.get("name")))
                .body("nameKana", equalTo("ワタナベ メグミ"));
    }

    @Test
    void what_the_rules_of_names_refuse_is_told_by_code() {
        String member = enrolled();
        String path = "/filings/name-changes";
        refuse(path, but(name(member), "newName", null, "newNameKana", null), "name-missing");
        refuse(path, but(name(member), "changedOn", today().plusDays(1)), "changed-after-received");
        refuse(path, but(name(member), "changedOn", "2015-03-31"), "name-changed-since");
        refuse(path, but(name(member), "establishmentNumber", BOTH_FIXED), "not-a-member");
        refuse(path, name("9999999999"), "not-a-member");
        refuse(path, but(name(member), "establishmentNumber", "9999999"), "establishment-unknown");
        refuse(path, but(name(member), "channel", "PAPER"), "received-on-missing");
        post(LocalParts.asOfficer(), path, name(member)).statusCode(201);
        refuse(path, but(name(member), "changedOn", "2025-05-01"), "already-on-record");
    }

    @Test
    void a_birth_date_is_corrected() {
        String member = enrolled();
        post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/birth-date-corrections", birth(member, "1985-05-06"))
                .statusCode(201);
        get(LocalParts.asOfficer(), "/members/" + member).body("birthDate", equalTo("1985-05-06"));
    }

    @Test
    void what_the_rules_of_birth_dates_refuse_is_told_by_code() {
        String member = enrolled();
        String path = "/filings/birth-date-corrections";
        refuse(path, birth(member, "1985-05-05"), "already-on-record");
        refuse(path, birth(member, "2001-01-01"), "birth-date-implausible");
        refuse(path, birth(member, "1949-01-01"), "age-limit-reached");
        refuse(path, but(birth(member, "1985-05-06"), "establishmentNumber", BOTH_FIXED), "not-a-member");
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, LocalDate.of(2020, 10, 16)))
                .statusCode(201);
        refuse(path, birth(member, "1955-05-05"), "not-by-age-limit");
    }

    @Test
    void an_address_changes_and_the_latest_day_holds() {
        String member = enrolled();
        post(LocalParts.asOfficer(), "/filings/address-changes", address(member))
                .statusCode(201);
        Map<String, Object> earlier = but(address(member), "changedOn", "2020-01-01", "address", "大阪市");
        post(LocalParts.asOfficer(), "/filings/address-changes", earlier).statusCode(201);
        get(LocalParts.asMember(member), "/members/" + member)
                .body("address", equalTo("東京都千代田区霞が関1-2-3, 401"))
                .body("postcode", equalTo("1000013"));
        refuse(
                "/filings/address-changes",
                but(address(member), "changedOn", today().plusDays(1)),
                "changed-after-received");
        refuse("/filings/address-changes", but(address(member), "establishmentNumber", BOTH_FIXED), "not-a-member");
    }

    @Test
    void the_establishment_where_somebody_was_last_files_and_a_former_one_learns_no_address() {
        Map<String, Object> enrolment = enrolment();
        String member = enrolled(enrolment);
        LocalDate left = LocalDate.of(2020, 10, 16);
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, left)).statusCode(201);
        post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/name-changes", name(member))
                .statusCode(201);
        enrolled(but(
                enrolment,
                "name",
                "渡邉 恵",
                "memberNumber",
                member,
                "establishmentNumber",
                BOTH_FIXED,
                "acquiredOn",
                "2021-04-01"));
        refused(
                post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/address-changes", address(member)),
                422,
                "not-a-member");
        post(
                        LocalParts.asEstablishment(BOTH_FIXED),
                        "/filings/address-changes",
                        but(address(member), "establishmentNumber", BOTH_FIXED))
                .statusCode(201);
        get(LocalParts.asEstablishment(FIRST_ONLY), "/members/" + member).body("address", nullValue());
        get(LocalParts.asEstablishment(BOTH_FIXED), "/members/" + member).body("postcode", equalTo("1000013"));
    }

    @Test
    void only_officers_and_the_establishment_itself_file() {
        String member = enrolled();
        Map<String, Map<String, Object>> filings = Map.of(
                "/filings/name-changes", name(member),
                "/filings/birth-date-corrections", birth(member, "1985-05-06"),
                "/filings/address-changes", address(member));
        filings.forEach((path, filing) -> {
            refused(post(LocalParts.anonymous(), path, filing), 401, "unauthorized");
            refused(post(LocalParts.asMember(member), path, filing), 403, "forbidden");
            refused(post(LocalParts.asEstablishment(BOTH_FIXED), path, filing), 403, "forbidden");
            refused(
                    post(LocalParts.asEstablishment(BOTH_FIXED), path, but(filing, "establishmentNumber", BOTH_FIXED)),
                    422,
                    "not-a-member");
            refused(
                    post(
                            LocalParts.asEstablishment(FIRST_ONLY),
                            path,
                            but(filing, "channel", "PAPER", "receivedOn", today())),
                    403,
                    "paper-by-officers-only");
        });
    }

    private static Map<String, Object> name(String member) {
        return body(
                "establishmentNumber",
                FIRST_ONLY,
                "memberNumber",
                member,
                "newName",
                "渡邉 恵",
                "newNameKana",
                "ワタナベ メグミ",
                "changedOn",
                "2020-06-01",
                "channel",
                "DATA");
    }

    private static Map<String, Object> birth(String member, String birthDate) {
        return body(
                "establishmentNumber",
                FIRST_ONLY,
                "memberNumber",
                member,
                "correctBirthDate",
                birthDate,
                "channel",
                "DATA");
    }

    private static Map<String, Object> address(String member) {
        return body(
                "establishmentNumber",
                FIRST_ONLY,
                "memberNumber",
                member,
                "postcode",
                "1000013",
                "address",
                "東京都千代田区霞が関1-2-3, 401",
                "changedOn",
                "2025-06-01",
                "channel",
                "DATA");
    }

    private static ValidatableResponse refuse(String path, Map<String, Object> filing, String code) {
        return refused(post(LocalParts.asOfficer(), path, filing), 422, code);
    }
}
