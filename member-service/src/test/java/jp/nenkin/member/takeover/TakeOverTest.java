package jp.nenkin.member.takeover;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.BOTH_VARIABLE;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.change;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.logging.Log;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class TakeOverTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger(50_000);

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void members_come_with_their_history() {
        String number = number();
        Map<String, Object> member = but(
                member(number),
                "establishmentNumber",
                BOTH_FIXED,
                "earlierPeriods",
                List.of(body("acquiredOn", "2005-04-01", "lostOn", "2010-10-16")),
                "transferredAssets",
                List.of(body("ordinal", 1, "receivedOn", "2012-05-10", "source", "旧基金", "creditedMonths", 120)));
        takeOver(1, 300_000, 5_000, List.of(member))
                .statusCode(201)
                .body("members", equalTo(1))
                .body("firstBaseSalaryTotal", equalTo(300_000))
                .body("secondBaseSalaryTotal", equalTo(5_000));
        get(LocalParts.asEstablishment(BOTH_FIXED), "/members/" + number)
                .statusCode(200)
                .body("memberships[0].acquiredOn", equalTo("2015-04-01"))
                .body("earlierPeriods[0].lostOn", equalTo("2010-10-16"))
                .body("transferredAssets[0].plan", equalTo("FIRST"))
                .body("transferredAssets[0].creditedMonths", equalTo(120));
        post(
                        LocalParts.asOfficer(),
                        "/filings/base-salary-changes",
                        but(change(number, 320_000), "establishmentNumber", BOTH_FIXED))
                .statusCode(201);
    }

    @Test
    void numbers_taken_over_are_not_assigned_again() {
        long next = Long.parseLong(enrolled()) + 1;
        List<Map<String, Object>> members = new ArrayList<>();
        for (long number = next; number < next + 5; number++) {
            members.add(member(String.format(Locale.ROOT, "%010d", number)));
        }
        takeOver(5, 1_500_000, 0, members).statusCode(201);
        assertThat(Long.parseLong(enrolled())).isGreaterThanOrEqualTo(next + 5);
        takeOver(1, 300_000, 0, List.of(member("9999999998"))).statusCode(201);
        assertThat(Long.parseLong(enrolled())).isLessThan(9_000_000_000L);
    }

    @Test
    void a_list_is_taken_whole_or_not_at_all() {
        String good = number();
        List<Map<String, Object>> members = List.of(
                member(good),
                but(member(number()), "firstBaseSalary", 305_000),
                but(member(number()), "establishmentNumber", "9999999"),
                but(member(number()), "establishmentNumber", BOTH_VARIABLE),
                but(member(number()), "acquiredOn", today().plusDays(1)),
                member(good),
                but(
                        member(number()),
                        "earlierPeriods",
                        List.of(body("acquiredOn", "2014-04-01", "lostOn", "2015-05-01"))),
                but(member(number()), "transferredAssets", List.of(asset(1), asset(1))),
                but(member(number()), "transferredAssets", List.of(but(asset(1), "receivedOn", today().plusDays(1)))),
                but(member(number()), "birthDate", "1949-01-01"));
        refused(takeOver(10, 0, 0, members), 422, "take-over-invalid")
                .body("values.count", equalTo(9))
                .body("errors", hasSize(9))
                .body("errors.find { it.field == 'members[1]' }.code", equalTo("base-salary-not-a-grade"))
                .body("errors.find { it.field == 'members[2]' }.code", equalTo("establishment-unknown"))
                .body("errors.find { it.field == 'members[3]' }.code", equalTo("units-missing"))
                .body("errors.find { it.field == 'members[4]' }.code", equalTo("acquired-in-future"))
                .body("errors.find { it.field == 'members[5]' }.code", equalTo("member-number-repeated"))
                .body("errors.find { it.field == 'members[6]' }.code", equalTo("periods-overlap"))
                .body("errors.find { it.field == 'members[7]' }.code", equalTo("asset-repeated"))
                .body("errors.find { it.field == 'members[8]' }.code", equalTo("asset-in-future"))
                .body("errors.find { it.field == 'members[9]' }.code", equalTo("age-limit-reached"));
        refused(get(LocalParts.asOfficer(), "/members/" + good), 404, "not-found");
    }

    @Test
    void control_totals_prove_the_list_whole() {
        String number = number();
        List<Map<String, Object>> members = List.of(member(number));
        refused(takeOver(2, 300_000, 0, members), 422, "control-totals-differ")
                .body("values.total", equalTo("members"));
        refused(takeOver(1, 300_001, 0, members), 422, "control-totals-differ")
                .body("values.total", equalTo("firstBaseSalaryTotal"))
                .body("values.counted", equalTo(300_000));
        refused(takeOver(1, 300_000, 1, members), 422, "control-totals-differ")
                .body("values.total", equalTo("secondBaseSalaryTotal"));
        refused(get(LocalParts.asOfficer(), "/members/" + number), 404, "not-found");
    }

    @Test
    void a_number_is_taken_over_once() {
        String number = number();
        takeOver(1, 300_000, 0, List.of(member(number))).statusCode(201);
        refused(takeOver(2, 600_000, 0, List.of(member(number()), member(number))), 422, "take-over-invalid")
                .body("errors[0].field", equalTo("members[1]"))
                .body("errors[0].code", equalTo("member-number-taken"));
    }

    @Test
    void what_cannot_be_read_is_told_by_field() {
        Map<String, Object> wrong = but(member(number()), "memberNumber", "12");
        refused(takeOver(1, 300_000, 0, List.of(wrong)), 400, "invalid")
                .body("errors.field", hasItem("members[0].memberNumber"));
        refused(takeOver(0, 0, 0, List.of()), 400, "invalid").body("errors.field", hasItem("members"));
    }

    @Test
    void five_thousand_members_are_taken_over_at_once() {
        List<Map<String, Object>> members = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            members.add(member(number()));
        }
        ValidatableResponse taken = takeOver(5_000, 1_500_000_000L, 0, members).statusCode(201);
        Log.infof("5,000 members taken over in %d ms", taken.extract().time());
        members.add(member(number()));
        refused(takeOver(5_001, 1_500_300_000L, 0, members), 400, "invalid");
    }

    @Test
    void only_officers_take_over() {
        Map<String, Object> list = list(1, 300_000, 0, List.of(member(number())));
        refused(post(LocalParts.anonymous(), "/take-over/members", list), 401, "unauthorized");
        refused(post(LocalParts.asEstablishment(FIRST_ONLY), "/take-over/members", list), 403, "forbidden");
        refused(post(LocalParts.asMember("0000000001"), "/take-over/members", list), 403, "forbidden");
    }

    private static String number() {
        return String.format(Locale.ROOT, "%010d", NUMBERS.incrementAndGet());
    }

    private static Map<String, Object> member(String number) {
        return body(
                "memberNumber",
                number,
                "name",
                "引継 花子",
                "birthDate",
                "1980-03-03",
                "establishmentNumber",
                FIRST_ONLY,
                "acquiredOn",
                "2015-04-01",
                "firstBaseSalary",
                300_000);
    }

    private static Map<String, Object> asset(int ordinal) {
        return body("ordinal", ordinal, "receivedOn", "2012-05-10", "source", "旧基金", "creditedMonths", 12);
    }

    private static ValidatableResponse takeOver(int members, long first, long second, List<?> list) {
        return post(LocalParts.asOfficer(), "/take-over/members", list(members, first, second, list));
    }

    private static Map<String, Object> list(int members, long first, long second, List<?> list) {
        return body(
                "controlTotals",
                body("members", members, "firstBaseSalaryTotal", first, "secondBaseSalaryTotal", second),
                "members",
                list);
    }
}
