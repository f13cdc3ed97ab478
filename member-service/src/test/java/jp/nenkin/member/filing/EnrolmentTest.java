package jp.nenkin.member.filing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.BOTH_VARIABLE;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.change;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.establishment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import jp.nenkin.member.upload.SentFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
class EnrolmentTest {
    private static final String STRANGER = "4500001";

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void an_establishment_enrols_somebody_new() {
        ValidatableResponse answer = post(
                        LocalParts.asEstablishment(FIRST_ONLY),
                        "/filings/enrolments",
                        but(enrolment(), "acquiredOn", today()))
                .statusCode(201)
                .body("memberNumber", matchesPattern("[0-9]{10}"))
                .body("receivedOn", equalTo(today().toString()))
                .body("channel", equalTo("DATA"))
                .body("filingId", notNullValue());
        String filing = answer.extract().path("filingId");
        answer.header("Location", containsString("/filings/" + filing));
        get(
                        LocalParts.asEstablishment(FIRST_ONLY),
                        "/members/" + answer.extract().path("memberNumber"))
                .statusCode(200)
                .body("birthDate", equalTo("1985-05-05"))
                .body("memberships[0].establishmentNumber", equalTo(FIRST_ONLY))
                .body("memberships[0].acquiredOn", equalTo(today().toString()))
                .body("memberships[0].baseSalaries[0].plan", equalTo("FIRST"))
                .body("memberships[0].baseSalaries[0].baseSalary", equalTo(300_000))
                .body("memberships[0].baseSalaries[0].filingId", equalTo(filing));
    }

    @Test
    void members_get_numbers_one_after_the_other() {
        long first = Long.parseLong(enrolled());
        long second = Long.parseLong(enrolled());
        assertThat(second).isGreaterThan(first);
    }

    @Test
    void the_units_of_a_fixed_course_are_the_establishments() {
        String member = enrolled(but(enrolment(), "establishmentNumber", BOTH_FIXED));
        get(LocalParts.asOfficer(), "/members/" + member)
                .body("memberships[0].baseSalaries.find { it.plan == 'SECOND' }.baseSalary", equalTo(5_000));
    }

    @Test
    void the_units_of_a_variable_course_are_filed() {
        String member = enrolled(but(enrolment(), "establishmentNumber", BOTH_VARIABLE, "secondUnits", 30));
        get(LocalParts.asOfficer(), "/members/" + member)
                .body("memberships[0].baseSalaries.find { it.plan == 'SECOND' }.baseSalary", equalTo(30_000));
    }

    @Test
    void paper_is_entered_by_an_officer_with_its_day_of_receipt() {
        Map<String, Object> paper = but(enrolment(), "channel", "PAPER", "receivedOn", "2015-04-20");
        post(LocalParts.asOfficer(), "/filings/enrolments", paper)
                .statusCode(201)
                .body("receivedOn", equalTo("2015-04-20"))
                .body("channel", equalTo("PAPER"));
        refused(
                post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/enrolments", paper),
                403,
                "paper-by-officers-only");
        refuse(but(enrolment(), "channel", "PAPER"), "received-on-missing");
        refuse(but(paper, "receivedOn", today().plusDays(1)), "received-in-future");
        refuse(but(enrolment(), "receivedOn", today().minusDays(1)), "received-on-not-today");
    }

    @Test
    void what_the_rules_refuse_is_told_by_code() {
        refuse(but(enrolment(), "establishmentNumber", "9999999"), "establishment-unknown");
        refuse(but(enrolment(), "acquiredOn", today().plusDays(1)), "acquired-in-future");
        refuse(but(enrolment(), "birthDate", "1950-04-01"), "age-limit-reached");
        refuse(but(enrolment(), "birthDate", "2014-04-01"), "birth-date-implausible");
        refuse(but(enrolment(), "firstBaseSalary", null), "base-salary-missing");
        refuse(but(enrolment(), "secondUnits", 5), "plan-not-offered");
        refuse(but(enrolment(), "establishmentNumber", BOTH_VARIABLE), "units-missing");
        refuse(but(enrolment(), "establishmentNumber", BOTH_VARIABLE, "secondUnits", 31), "units-out-of-range");
        refuse(but(enrolment(), "establishmentNumber", BOTH_FIXED, "secondUnits", 5), "units-set-by-establishment");
        refuse(but(enrolment(), "firstBaseSalary", 305_000), "base-salary-not-a-grade")
                .body("values.nearest", equalTo("300000, 320000"))
                .body("detail", containsString("300000, 320000"));
    }

    @Test
    void a_refusal_is_japanese_unless_english_is_asked_for() {
        LocalParts.asOfficer()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(but(enrolment(), "firstBaseSalary", 305_000))
                .post("/filings/enrolments")
                .then()
                .statusCode(422)
                .body("detail", containsString("標準報酬月額の等級にありません"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "name, -, name",
                "name, '', name",
                "name, ' 年金', name",
                "birthDate, -, birthDate",
                "birthDate, 1985-02-30, birthDate",
                "birthDate, yesterday, birthDate",
                "acquiredOn, -, acquiredOn",
                "establishmentNumber, 1, establishmentNumber",
                "memberNumber, 1234, memberNumber",
                "channel, FAX, channel",
                "channel, -, channel",
                "firstBaseSalary, 300000.5, firstBaseSalary",
                "firstBaseSalary, many, firstBaseSalary",
                "secondUnit, 5, secondUnit",
            })
    void what_cannot_be_read_is_told_by_field(String name, String value, String field) {
        post(LocalParts.asOfficer(), "/filings/enrolments", but(enrolment(), name, value))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid"))
                .body("errors.field", hasItem(field));
    }

    @Test
    void names_hold_no_control_characters_and_have_an_end() {
        String[] names = {"年金\u0000", "年金\n太郎", "年金\u202E", "あ".repeat(101)};
        for (String name : names) {
            post(LocalParts.asOfficer(), "/filings/enrolments", but(enrolment(), "name", name))
                    .statusCode(400)
                    .body("errors.field", hasItem("name"));
        }
        enrolled(but(enrolment(), "name", "𠮷野 﨑" + UUID.randomUUID().toString().substring(0, 8)));
    }

    @Test
    void the_same_person_is_not_enrolled_twice_at_one_establishment() {
        Map<String, Object> enrolment = enrolment();
        String member = enrolled(enrolment);
        refused(post(LocalParts.asOfficer(), "/filings/enrolments", enrolment), 409, "already-member")
                .body("values.memberNumber", equalTo(member));
        enrolled(but(enrolment, "birthDate", "1985-05-06"));
    }

    @Test
    void a_variant_of_the_name_is_the_same_person() {
        // Not a whole one: among its digits there may be some that are a My Number's.
        String rest = UUID.randomUUID().toString().substring(0, 8);
        String member = enrolled(but(enrolment(), "name", "髙﨑 " + rest));
        refused(
                        post(
                                LocalParts.asOfficer(),
                                "/filings/enrolments",
                                but(enrolment(), "name", "高崎\u3000" + rest.toUpperCase(Locale.ROOT))),
                        409,
                        "already-member")
                .body("values.memberNumber", equalTo(member));
        get(LocalParts.asOfficer(), "/members/" + member).body("name", equalTo("髙﨑 " + rest));
    }

    @Test
    void a_repeated_request_is_answered_as_before() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> enrolment = enrolment();
        String first = post(LocalParts.asOfficer(), "/filings/enrolments", key, enrolment)
                .statusCode(201)
                .extract()
                .asString();
        assertThat(post(LocalParts.asOfficer(), "/filings/enrolments", key, enrolment)
                        .statusCode(201)
                        .extract()
                        .asString())
                .isEqualTo(first);
        refused(
                post(LocalParts.asOfficer(), "/filings/enrolments", key, but(enrolment, "acquiredOn", "2015-04-02")),
                422,
                "idempotency-key-reused");
        refused(
                LocalParts.asOfficer()
                        .body(enrolment)
                        .post("/filings/enrolments")
                        .then(),
                400,
                "idempotency-key-missing");
    }

    @Test
    void who_comes_back_keeps_his_number() {
        Map<String, Object> first = enrolment();
        String member = enrolled(first);
        Map<String, Object> back = but(
                first,
                "memberNumber",
                member,
                "establishmentNumber",
                BOTH_FIXED,
                "acquiredOn",
                "2020-10-20",
                "name",
                "改姓 太郎");
        refused(post(LocalParts.asOfficer(), "/filings/enrolments", back), 409, "already-member");
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, LocalDate.of(2020, 10, 16)))
                .statusCode(201);
        refuse(but(back, "acquiredOn", "2020-10-15"), "acquired-before-loss");
        refuse(but(back, "birthDate", "1985-05-06"), "member-not-matched");
        refuse(but(back, "memberNumber", "9999999999"), "member-not-matched");
        post(LocalParts.asEstablishment(BOTH_FIXED), "/filings/enrolments", but(back, "acquiredOn", today()))
                .statusCode(201)
                .body("memberNumber", equalTo(member));
        get(LocalParts.asOfficer(), "/members/" + member)
                .body("name", equalTo("改姓 太郎"))
                .body("memberships.establishmentNumber", equalTo(List.of(FIRST_ONLY, BOTH_FIXED)));
        get(LocalParts.asEstablishment(BOTH_FIXED), "/members/" + member)
                .body("memberships.establishmentNumber", equalTo(List.of(BOTH_FIXED)));
    }

    @Test
    void a_basic_pension_number_is_one_persons_and_of_whom_is_not_told() {
        establishment(STRANGER);
        Map<String, Object> first = but(enrolment(), "basicPensionNumber", "4500000002");
        String filing = post(LocalParts.asOfficer(), "/filings/enrolments", first)
                .statusCode(201)
                .extract()
                .path("filingId");
        Map<String, Object> second = but(
                enrolment(),
                "establishmentNumber",
                STRANGER,
                "acquiredOn",
                today(),
                "basicPensionNumber",
                "4500000002");
        refused(
                        post(LocalParts.asEstablishment(STRANGER), "/filings/enrolments", second),
                        409,
                        "pension-number-of-another")
                .body("values", nullValue());
        String other = post(
                        LocalParts.asEstablishment(STRANGER),
                        "/filings/enrolments",
                        but(second, "basicPensionNumber", "4500000003"))
                .statusCode(201)
                .extract()
                .path("filingId");
        refused(
                post(
                        LocalParts.asEstablishment(STRANGER),
                        "/filings/corrections",
                        Map.of("filingId", other, "enrolment", second)),
                409,
                "pension-number-of-another");

        post(
                        LocalParts.asOfficer(),
                        "/filings/corrections",
                        Map.of("filingId", filing, "enrolment", but(first, "basicPensionNumber", "4500000004")))
                .statusCode(201);
        post(
                        LocalParts.asEstablishment(STRANGER),
                        "/filings/corrections",
                        Map.of("filingId", other, "enrolment", second))
                .statusCode(201);
    }

    @Test
    void a_cancelled_enrolment_holds_no_basic_pension_number_and_the_database_lets_one_alone_hold_it() {
        Map<String, Object> filed = but(enrolment(), "basicPensionNumber", "4500000005");
        String filing = post(LocalParts.asOfficer(), "/filings/enrolments", filed)
                .extract()
                .path("filingId");
        post(
                        LocalParts.asOfficer(),
                        "/filings/cancellations",
                        Map.of("establishmentNumber", FIRST_ONLY, "filingId", filing, "channel", "DATA"))
                .statusCode(201);
        enrolled(but(enrolment(), "basicPensionNumber", "4500000005"));
        String another = enrolled();
        post(LocalParts.asOfficer(), "/filings/base-salary-changes", change(another, 320_000))
                .statusCode(201);
        assertThatThrownBy(() -> SentFiles.text("""
                        INSERT INTO profile (filing_id, member_number, name, name_key, birth_date, replaces,
                                             basic_pension_number)
                        SELECT f.id, p.member_number, p.name, p.name_key, p.birth_date, p.filing_id, '4500000005'
                          FROM filing f JOIN profile p ON p.member_number = f.member_number
                         WHERE f.member_number = ? AND f.type = 'BASE_SALARY_CHANGE' RETURNING name
                        """, another))
                .rootCause()
                .hasMessageContaining("pension_number_holder_pkey");
    }

    @Test
    void whether_a_birth_date_is_right_is_not_told_to_whom_the_member_never_was() {
        establishment(STRANGER);
        Map<String, Object> first = but(enrolment(), "acquiredOn", today());
        String member = enrolled(first);
        Map<String, Object> guess =
                but(first, "memberNumber", member, "establishmentNumber", STRANGER, "name", "推量 太郎");
        for (Map<String, Object> each :
                List.of(guess, but(guess, "birthDate", "1985-05-06"), but(guess, "memberNumber", "9999999999"))) {
            refused(post(LocalParts.asEstablishment(STRANGER), "/filings/enrolments", each), 422, "member-not-matched")
                    .body("values.memberNumber", equalTo(each.get("memberNumber")));
        }
        refused(post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/enrolments", first), 409, "already-member");
    }

    private static ValidatableResponse refuse(Map<String, Object> enrolment, String code) {
        return refused(post(LocalParts.asOfficer(), "/filings/enrolments", enrolment), 422, code);
    }
}
