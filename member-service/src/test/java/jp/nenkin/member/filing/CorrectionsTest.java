package jp.nenkin.member.filing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.BOTH_VARIABLE;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.baseSalaryDay;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.change;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.text;
import static jp.nenkin.member.Requests.today;
import static jp.nenkin.member.Requests.transferIn;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class CorrectionsTest {
    private static final LocalDate LEFT = LocalDate.of(2020, 10, 16);

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    /** Somebody enrolled, by the filing. */
    private record Person(Map<String, Object> enrolment, String filing, String number) {}

    @Test
    void an_enrolment_is_corrected_with_its_day_and_bases() {
        Person person = person(enrolment());
        String filing = filed(
                "/filings/corrections",
                correction(
                        person.filing(),
                        "enrolment",
                        but(person.enrolment(), "acquiredOn", "2015-05-01", "firstBaseSalary", 320_000)));
        get(LocalParts.asEstablishment(FIRST_ONLY), "/members/" + person.number())
                .body("memberships", hasSize(1))
                .body("memberships[0].acquiredOn", equalTo("2015-05-01"))
                .body("memberships[0].filingId", equalTo(filing))
                .body("memberships[0].baseSalaries.baseSalary", equalTo(List.of(320_000)));
        get(LocalParts.asOfficer(), "/filings/" + person.filing()).body("takenBackBy", equalTo(filing));
        get(LocalParts.asOfficer(), "/filings/" + filing)
                .body("type", equalTo("ENROLMENT"))
                .body("takesBack", equalTo(person.filing()));
        filed("/filings/losses", loss(person.number(), LocalDate.of(2015, 5, 1)));
    }

    @Test
    void what_a_correction_does_not_say_stays_as_the_filing_said_it() {
        Map<String, Object> enrolment = enrolment();
        Map<String, Object> more = but(
                enrolment,
                "nameKana",
                "ネンキン タロウ",
                "sex",
                "MALE",
                "basicPensionNumber",
                "4500000001",
                "insuredNumber",
                "45",
                "postcode",
                "1000013",
                "address",
                "東京都千代田区霞が関1-2-3");
        Person person = person(more);
        String filing = filed(
                "/filings/corrections",
                correction(person.filing(), "enrolment", but(enrolment, "acquiredOn", "2015-05-01")));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].acquiredOn", equalTo("2015-05-01"))
                .body("memberships[0].insuredNumber", equalTo("45"))
                .body("nameKana", equalTo("ネンキン タロウ"))
                .body("sex", equalTo("MALE"))
                .body("basicPensionNumber", equalTo("4500000001"))
                .body("postcode", equalTo("1000013"))
                .body("address", equalTo("東京都千代田区霞が関1-2-3"));
        filed("/filings/corrections", correction(filing, "enrolment", but(more, "insuredNumber", "46")));
        String lost = filed("/filings/losses", but(loss(person.number(), LEFT), "address", "大阪市北区"));
        filed("/filings/corrections", correction(lost, "loss", loss(person.number(), LEFT.plusDays(1))));
        String named = filed("/filings/name-changes", but(name(person.number(), "渡邉 恵"), "newNameKana", "ワタナベ メグミ"));
        filed("/filings/corrections", correction(named, "nameChange", name(person.number(), "渡邊 恵")));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].insuredNumber", equalTo("46"))
                .body("address", equalTo("大阪市北区"))
                .body("name", equalTo("渡邊 恵"))
                .body("nameKana", equalTo("ワタナベ メグミ"));
    }

    @Test
    void a_correction_is_corrected_in_its_turn_and_on_the_same_day() {
        Person person = person(enrolment());
        String first = filed(
                "/filings/corrections",
                correction(person.filing(), "enrolment", but(person.enrolment(), "firstBaseSalary", 320_000)));
        filed(
                "/filings/corrections",
                correction(first, "enrolment", but(person.enrolment(), "firstBaseSalary", 340_000)));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].baseSalaries.baseSalary", equalTo(List.of(340_000)));
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/filings/corrections",
                        correction(first, "enrolment", person.enrolment())),
                409,
                "filing-not-in-effect");
    }

    @Test
    void an_enrolment_stays_beside_what_is_on_record() {
        Person person = person(enrolment());
        Map<String, Object> right = person.enrolment();
        refuse(person.filing(), "enrolment", but(right, "name", "別人 花子"), "corrected-person-differs");
        refuse(person.filing(), "enrolment", but(right, "birthDate", "1985-05-06"), "corrected-person-differs");
        refuse(person.filing(), "enrolment", but(right, "memberNumber", "9999999999"), "corrected-member-differs");
        refuse(person.filing(), "enrolment", but(right, "acquiredOn", today().plusDays(1)), "acquired-in-future");
        refuse(person.filing(), "enrolment", but(right, "firstBaseSalary", 305_000), "base-salary-not-a-grade");
        String changed = filed("/filings/base-salary-changes", change(person.number(), 320_000));
        refused(
                        post(
                                LocalParts.asOfficer(),
                                "/filings/corrections",
                                correction(person.filing(), "enrolment", but(right, "acquiredOn", baseSalaryDay()))),
                        409,
                        "filing-depended-on")
                .body("values.dependentId", equalTo(changed))
                .body("values.dependentType", equalTo("BASE_SALARY_CHANGE"));
        filed("/filings/losses", loss(person.number(), today()));
        String back = filed(
                "/filings/enrolments",
                but(right, "memberNumber", person.number(), "establishmentNumber", BOTH_FIXED, "acquiredOn", today()));
        refuse(
                back,
                "enrolment",
                but(right, "establishmentNumber", BOTH_FIXED, "acquiredOn", today().minusDays(1)),
                "acquired-before-loss");
    }

    @Test
    void an_enrolment_does_not_begin_after_its_loss() {
        Person person = person(enrolment());
        filed("/filings/losses", loss(person.number(), LEFT));
        refuse(
                person.filing(),
                "enrolment",
                but(person.enrolment(), "acquiredOn", "2020-10-17"),
                "lost-before-acquired");
    }

    @Test
    void a_loss_is_corrected_in_day_and_cause() {
        Person person = person(enrolment());
        String lost = filed("/filings/losses", loss(person.number(), LEFT));
        String right = filed(
                "/filings/corrections",
                correction(lost, "loss", but(loss(person.number(), LEFT.plusDays(4)), "cause", "OTHER")));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].loss.lostOn", equalTo("2020-10-20"))
                .body("memberships[0].loss.cause", equalTo("OTHER"))
                .body("memberships[0].loss.filingId", equalTo(right));
        refuse(right, "loss", loss(person.number(), LocalDate.of(2015, 3, 31)), "lost-before-acquired");
        refuse(right, "loss", loss(person.number(), today().plusDays(1)), "lost-after-received");
        refuse(right, "loss", but(loss(person.number(), LEFT), "cause", "AGE_65"), "not-by-age-limit");
        filed(
                "/filings/enrolments",
                but(
                        person.enrolment(),
                        "memberNumber",
                        person.number(),
                        "establishmentNumber",
                        BOTH_FIXED,
                        "acquiredOn",
                        "2020-10-25"));
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/filings/corrections",
                        correction(right, "loss", loss(person.number(), LocalDate.of(2020, 10, 26)))),
                409,
                "membership-since");
    }

    @Test
    void a_change_of_base_salary_is_corrected_whole() {
        Person person = person(but(enrolment(), "establishmentNumber", BOTH_VARIABLE, "secondUnits", 5));
        Map<String, Object> both =
                but(change(person.number(), 320_000), "establishmentNumber", BOTH_VARIABLE, "secondUnits", 6);
        String filing = filed("/filings/base-salary-changes", both);
        String right = filed(
                "/filings/corrections",
                correction(filing, "baseSalaryChange", but(both, "firstBaseSalary", 340_000, "secondUnits", null)));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body(
                        "memberships[0].baseSalaries.findAll { it.plan == 'FIRST' }.baseSalary",
                        equalTo(List.of(300_000, 340_000)))
                .body(
                        "memberships[0].baseSalaries.findAll { it.plan == 'SECOND' }.baseSalary",
                        equalTo(List.of(5_000)));
        refuse(
                right,
                "baseSalaryChange",
                but(both, "firstBaseSalary", 340_000, "secondUnits", null),
                "nothing-changes");
        refuse(right, "baseSalaryChange", but(both, "effectiveFrom", "2014-10-01"), "effective-outside-membership");
        refuse(
                right,
                "baseSalaryChange",
                but(both, "effectiveFrom", baseSalaryDay().plusDays(1)),
                "effective-day-not-allowed");
        String later = filed(
                "/filings/base-salary-changes",
                but(both, "effectiveFrom", baseSalaryDay().minusMonths(6), "secondUnits", null));
        refused(
                        post(
                                LocalParts.asOfficer(),
                                "/filings/corrections",
                                correction(
                                        right,
                                        "baseSalaryChange",
                                        but(
                                                both,
                                                "effectiveFrom",
                                                baseSalaryDay().minusMonths(6)))),
                        409,
                        "filing-depended-on")
                .body("values.dependentId", equalTo(later));
    }

    @Test
    void a_change_whose_figure_a_later_one_replaced_is_not_in_effect() {
        Person person = person(enrolment());
        String first = filed("/filings/base-salary-changes", change(person.number(), 320_000));
        String second = filed("/filings/base-salary-changes", change(person.number(), 340_000));
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/filings/corrections",
                        correction(first, "baseSalaryChange", change(person.number(), 360_000))),
                409,
                "filing-not-in-effect");
        filed("/filings/cancellations", cancellation(second));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].baseSalaries.baseSalary", equalTo(List.of(300_000)));
        filed("/filings/base-salary-changes", change(person.number(), 360_000));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].baseSalaries.baseSalary", equalTo(List.of(300_000, 360_000)));
    }

    @Test
    void what_an_enrolment_said_holds_again_when_the_change_of_its_day_is_cancelled() {
        Person person = person(enrolment());
        Map<String, Object> change = but(change(person.number(), 320_000), "effectiveFrom", "2015-04-01");
        filed("/filings/base-salary-changes", change);
        String second = filed("/filings/base-salary-changes", but(change, "firstBaseSalary", 340_000));
        filed("/filings/cancellations", cancellation(second));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].baseSalaries.baseSalary", equalTo(List.of(300_000)));
        refused(
                post(LocalParts.asOfficer(), "/filings/base-salary-changes", but(change, "firstBaseSalary", 300_000)),
                422,
                "nothing-changes");
        filed("/filings/base-salary-changes", but(change, "firstBaseSalary", 360_000));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].baseSalaries.baseSalary", equalTo(List.of(300_000, 360_000)));
    }

    @Test
    void an_asset_is_brought_and_corrected_under_its_number() {
        Person person = person(enrolment());
        String filing = filed("/filings/transfers-in", transferIn(person.number()));
        filed("/filings/transfers-in", but(transferIn(person.number()), "amount", 100_000));
        filed(
                "/filings/corrections",
                correction(filing, "transferIn", but(transferIn(person.number()), "amount", 400_000)));
        get(LocalParts.asMember(person.number()), "/members/" + person.number())
                .body("transferredAssets.ordinal", equalTo(List.of(1, 2)))
                .body("transferredAssets.amount", equalTo(List.of(400_000, 100_000)))
                .body("transferredAssets[0].source", equalTo("企業年金連合会"))
                .body("transferredAssets[0].creditedMonths", equalTo(120));
    }

    @Test
    void what_the_rules_of_assets_refuse_is_told_by_code() {
        Person person = person(enrolment());
        String path = "/filings/transfers-in";
        Map<String, Object> asset = transferIn(person.number());
        refused(post(LocalParts.asOfficer(), path, but(asset, "plan", "SECOND")), 422, "plan-not-offered");
        refused(
                post(LocalParts.asOfficer(), path, but(asset, "assetReceivedOn", today().plusDays(1))),
                422,
                "asset-received-after-filing");
        refused(post(LocalParts.asOfficer(), path, but(asset, "establishmentNumber", BOTH_FIXED)), 422, "not-a-member");
        refused(post(LocalParts.asOfficer(), path, but(asset, "amount", 0)), 400, "invalid");
        refused(post(LocalParts.asOfficer(), path, but(asset, "creditedMonths", -1)), 400, "invalid");
        String filing = filed(path, asset);
        refuse(filing, "transferIn", asset, "already-on-record");
        filed("/filings/losses", loss(person.number(), LocalDate.of(2016, 4, 1)));
        refused(post(LocalParts.asOfficer(), path, asset), 422, "not-a-member");
    }

    @Test
    void a_name_is_corrected_and_cancelled_and_the_former_one_holds_again() {
        Person person = person(enrolment());
        Map<String, Object> change = name(person.number(), "渡邉 恵");
        String filing = filed("/filings/name-changes", change);
        String right = filed("/filings/corrections", correction(filing, "nameChange", name(person.number(), "渡邊 恵")));
        get(LocalParts.asOfficer(), "/members/" + person.number()).body("name", equalTo("渡邊 恵"));
        refuse(right, "nameChange", name(person.number(), "渡邊 恵"), "already-on-record");
        refuse(right, "nameChange", but(change, "changedOn", "2015-03-31"), "name-changed-since");
        filed("/filings/cancellations", cancellation(right));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("name", equalTo(person.enrolment().get("name")));
    }

    @Test
    void a_loss_is_cancelled_and_the_membership_goes_on_until_the_next() {
        Person person = person(enrolment());
        String lost = filed("/filings/losses", loss(person.number(), LEFT));
        filed("/filings/cancellations", cancellation(lost));
        get(LocalParts.asOfficer(), "/members/" + person.number()).body("memberships[0].loss", nullValue());
        refused(
                post(LocalParts.asOfficer(), "/filings/cancellations", cancellation(lost)),
                409,
                "filing-not-in-effect");
        filed("/filings/losses", loss(person.number(), LEFT.plusDays(1)));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships[0].loss.lostOn", equalTo("2020-10-17"));
    }

    @Test
    void what_depends_on_a_filing_is_cancelled_first() {
        Person person = person(enrolment());
        String changed = filed("/filings/base-salary-changes", change(person.number(), 320_000));
        String asset = filed("/filings/transfers-in", transferIn(person.number()));
        String lost = filed("/filings/losses", loss(person.number(), today()));
        dependedOn(person.filing(), lost, "LOSS");
        String back = filed(
                "/filings/enrolments",
                but(
                        person.enrolment(),
                        "memberNumber",
                        person.number(),
                        "establishmentNumber",
                        BOTH_FIXED,
                        "acquiredOn",
                        today()));
        refused(
                        post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/cancellations", cancellation(lost)),
                        409,
                        "membership-since")
                .body("values.acquiredOn", equalTo(today().toString()));
        filed("/filings/cancellations", but(cancellation(back), "establishmentNumber", BOTH_FIXED));
        filed("/filings/cancellations", cancellation(lost));
        dependedOn(person.filing(), changed, "BASE_SALARY_CHANGE");
        filed("/filings/cancellations", cancellation(changed));
        dependedOn(person.filing(), asset, "TRANSFER_IN");
        filed("/filings/cancellations", cancellation(asset));
        String cancelled = filed("/filings/cancellations", cancellation(person.filing()));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("memberships", hasSize(0))
                .body("transferredAssets", hasSize(0));
        refused(
                post(LocalParts.asOfficer(), "/filings/cancellations", cancellation(cancelled)),
                422,
                "filing-not-cancellable");
        String again = filed("/filings/enrolments", but(person.enrolment(), "memberNumber", person.number()));
        get(LocalParts.asOfficer(), "/members/" + person.number()).body("memberships[0].filingId", equalTo(again));
    }

    @Test
    void the_name_of_an_enrolment_that_is_cancelled_goes_with_it() {
        Person person = person(enrolment());
        filed("/filings/losses", loss(person.number(), LEFT));
        String back = filed(
                "/filings/enrolments",
                but(person.enrolment(), "memberNumber", person.number(), "acquiredOn", today(), "name", "改姓 太郎"));
        filed("/filings/cancellations", cancellation(back));
        get(LocalParts.asOfficer(), "/members/" + person.number())
                .body("name", equalTo(person.enrolment().get("name")))
                .body("memberships", hasSize(1));
    }

    @Test
    void some_filings_are_filed_anew_instead() {
        Person person = person(enrolment());
        String birth = filed(
                "/filings/birth-date-corrections",
                body(
                        "establishmentNumber",
                        FIRST_ONLY,
                        "memberNumber",
                        person.number(),
                        "correctBirthDate",
                        "1985-05-06",
                        "channel",
                        "DATA"));
        refused(
                post(LocalParts.asOfficer(), "/filings/cancellations", cancellation(birth)),
                422,
                "filing-not-cancellable");
        refuse(birth, "loss", loss(person.number(), LEFT), "filing-not-correctable");
    }

    @Test
    void a_correction_says_one_content_of_the_type_of_a_filing_of_the_establishment() {
        Person person = person(enrolment());
        Map<String, Object> loss = loss(person.number(), LEFT);
        refused(
                post(LocalParts.asOfficer(), "/filings/corrections", body("filingId", person.filing())),
                422,
                "correction-content-not-one");
        refuse(person.filing(), "loss", loss, "corrected-type-differs");
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/filings/corrections",
                        but(correction(person.filing(), "loss", loss), "enrolment", person.enrolment())),
                422,
                "correction-content-not-one");
        refuse(UUID.randomUUID().toString(), "loss", loss, "filing-not-matched");
        refuse(person.filing(), "loss", but(loss, "establishmentNumber", BOTH_FIXED), "filing-not-matched");
        refuse(person.filing(), "loss", but(loss, "establishmentNumber", "9999999"), "establishment-unknown");
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/filings/corrections",
                        correction(person.filing(), "loss", but(loss, "lostOn", null))),
                400,
                "invalid");
        refused(
                post(
                        LocalParts.asOfficer(),
                        "/filings/cancellations",
                        cancellation(UUID.randomUUID().toString())),
                422,
                "filing-not-matched");
    }

    @Test
    void only_officers_and_the_establishment_itself_correct_and_cancel() {
        Person person = person(enrolment());
        Map<String, Map<String, Object>> filings = Map.of(
                "/filings/corrections",
                correction(person.filing(), "enrolment", but(person.enrolment(), "firstBaseSalary", 320_000)),
                "/filings/cancellations",
                cancellation(person.filing()),
                "/filings/transfers-in",
                transferIn(person.number()));
        filings.forEach((path, filing) -> {
            refused(post(LocalParts.anonymous(), path, filing), 401, "unauthorized");
            refused(post(LocalParts.asMember(person.number()), path, filing), 403, "forbidden");
            refused(post(LocalParts.asEstablishment(BOTH_FIXED), path, filing), 403, "forbidden");
        });
        refused(
                post(
                        LocalParts.asEstablishment(BOTH_FIXED),
                        "/filings/cancellations",
                        but(cancellation(person.filing()), "establishmentNumber", BOTH_FIXED)),
                422,
                "filing-not-matched");
        refused(
                post(
                        LocalParts.asEstablishment(FIRST_ONLY),
                        "/filings/cancellations",
                        but(cancellation(person.filing()), "channel", "PAPER", "receivedOn", today())),
                403,
                "paper-by-officers-only");
        post(LocalParts.asEstablishment(FIRST_ONLY), "/filings/cancellations", cancellation(person.filing()))
                .statusCode(201);
    }

    private static void dependedOn(String filing, String dependent, String type) {
        refused(post(LocalParts.asOfficer(), "/filings/cancellations", cancellation(filing)), 409, "filing-depended-on")
                .body("values.dependentId", equalTo(dependent))
                .body("values.dependentType", equalTo(type));
    }

    private static Person person(Map<String, Object> enrolment) {
        ValidatableResponse taken =
                post(LocalParts.asOfficer(), "/filings/enrolments", enrolment).statusCode(201);
        return new Person(enrolment, text(taken, "filingId"), text(taken, "memberNumber"));
    }

    private static String filed(String path, Map<String, Object> filing) {
        return text(post(LocalParts.asOfficer(), path, filing).statusCode(201), "filingId");
    }

    private static Map<String, Object> correction(String filing, String type, Map<String, Object> right) {
        return body("filingId", filing, type, right);
    }

    private static Map<String, Object> cancellation(String filing) {
        return body("establishmentNumber", FIRST_ONLY, "filingId", filing, "reason", "二重の届出", "channel", "DATA");
    }

    private static Map<String, Object> name(String member, String name) {
        return body(
                "establishmentNumber",
                FIRST_ONLY,
                "memberNumber",
                member,
                "newName",
                name,
                "changedOn",
                "2020-06-01",
                "channel",
                "DATA");
    }

    private static void refuse(String filing, String type, Map<String, Object> right, String code) {
        refused(post(LocalParts.asOfficer(), "/filings/corrections", correction(filing, type, right)), 422, code);
    }
}
