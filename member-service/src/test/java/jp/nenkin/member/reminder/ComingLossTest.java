package jp.nenkin.member.reminder;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.YearMonth;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ComingLossTest {
    private static final String SITE = "3100001";
    private static final String OTHER_SITE = "3100002";

    @BeforeEach
    void establishments() {
        Requests.establishment(SITE);
        Requests.establishment(OTHER_SITE);
    }

    @Test
    void those_are_told_whose_loss_by_age_lies_in_the_month() {
        String before = enrolled(born("1986-03-01", SITE));
        String first = enrolled(born("1986-03-02", SITE));
        String last = enrolled(born("1986-04-01", SITE));
        String after = enrolled(born("1986-04-02", SITE));
        String elsewhere = enrolled(born("1986-03-10", OTHER_SITE));
        get(LocalParts.asEstablishment(SITE), "/coming-65ths?month=2051-03")
                .statusCode(200)
                .body("month", equalTo("2051-03"))
                .body("members.memberNumber", contains(first, last))
                .body("members[0].lostOn", equalTo("2051-03-01"))
                .body("members[0].birthDate", equalTo("1986-03-02"))
                .body("members[0].establishmentNumber", equalTo(SITE))
                .body("members[1].lostOn", equalTo("2051-03-31"))
                .body("next", nullValue());
        get(LocalParts.asOfficer(), "/coming-65ths?month=2051-03&limit=500")
                .body("members.memberNumber", hasItems(first, last, elsewhere))
                .body("members.memberNumber", not(hasItems(before)))
                .body("members.memberNumber", not(hasItems(after)));
    }

    @Test
    void a_page_ends_with_the_cursor_of_the_next() {
        String one = enrolled(born("1987-06-10", SITE));
        String two = enrolled(born("1987-06-05", SITE));
        String path = "/coming-65ths?month=2052-06&limit=1";
        get(LocalParts.asEstablishment(SITE), path)
                .body("members.memberNumber", contains(one))
                .body("next", equalTo(one));
        get(LocalParts.asEstablishment(SITE), path + "&cursor=" + one)
                .body("members.memberNumber", contains(two))
                .body("next", nullValue());
        get(LocalParts.asEstablishment(SITE), path + "&cursor=" + two).body("members", empty());
    }

    @Test
    void who_has_left_is_not_told_and_who_has_moved_is_told_to_the_new_establishment() {
        String member = enrolled(born("1988-08-10", SITE));
        String moved = enrolled(born("1988-08-11", SITE));
        for (String leaver : new String[] {member, moved}) {
            post(LocalParts.asOfficer(), "/filings/losses", but(loss(leaver, today()), "establishmentNumber", SITE))
                    .statusCode(201);
        }
        post(
                        LocalParts.asOfficer(),
                        "/filings/enrolments",
                        but(born("1988-08-11", OTHER_SITE), "memberNumber", moved, "acquiredOn", today()))
                .statusCode(201);
        get(LocalParts.asEstablishment(SITE), "/coming-65ths?month=2053-08").body("members", empty());
        get(LocalParts.asEstablishment(OTHER_SITE), "/coming-65ths?month=2053-08")
                .body("members.memberNumber", contains(moved));
    }

    @Test
    void the_next_month_is_told_unless_another_is_asked_for() {
        YearMonth next = YearMonth.from(today()).plusMonths(1);
        String member = enrolled(born(next.atDay(11).minusYears(65).toString(), SITE));
        get(LocalParts.asEstablishment(SITE), "/coming-65ths")
                .statusCode(200)
                .body("month", equalTo(next.toString()))
                .body("members.memberNumber", contains(member))
                .body("members[0].lostOn", equalTo(next.atDay(10).toString()));
    }

    @Test
    void members_and_strangers_are_told_nothing() {
        refused(get(LocalParts.asMember("0000000001"), "/coming-65ths?month=2051-03"), 403, "forbidden");
        refused(get(LocalParts.anonymous(), "/coming-65ths?month=2051-03"), 401, "unauthorized");
        refused(get(LocalParts.asOfficer(), "/coming-65ths?month=2051-13"), 400, "invalid");
        refused(get(LocalParts.asOfficer(), "/coming-65ths?month=2051-03&limit=501"), 400, "invalid");
        refused(get(LocalParts.asOfficer(), "/coming-65ths?month=2051-03&cursor=1"), 400, "invalid");
    }

    private static Map<String, Object> born(String birthDate, String establishment) {
        return but(enrolment(), "birthDate", birthDate, "establishmentNumber", establishment);
    }
}
