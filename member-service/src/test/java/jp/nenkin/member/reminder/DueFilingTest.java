package jp.nenkin.member.reminder;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.put;
import static jp.nenkin.member.Requests.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import jp.nenkin.member.calendar.Calendar;
import jp.nenkin.member.calendar.DueDate;
import jp.nenkin.member.plan.Age;
import jp.nenkin.member.plan.PlanData;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class DueFilingTest {
    private static final String OTHER_SITE = "3200009";

    @Test
    void a_loss_by_age_is_due_until_it_is_filed() {
        String site = site("3200001");
        LocalDate longAgo = Age.attainedOn(today().minusYears(65).minusDays(100), 65);
        String overdue = enrolled(born(today().minusYears(65).minusDays(100), site));
        String fresh = enrolled(born(today().minusYears(65), site));
        String later = enrolled(born(today().minusYears(65).plusDays(30), site));
        DueDate due = DueDate.of(longAgo, new Calendar(PlanData.standard(), Map.of()));
        String ofOverdue = "filings.find { it.memberNumber == '%s' }".formatted(overdue);
        dueFilings(site, today())
                .statusCode(200)
                .body("filings.memberNumber", containsInAnyOrder(overdue, fresh))
                .body(ofOverdue + ".type", equalTo("LOSS"))
                .body(ofOverdue + ".cause", equalTo("AGE_65"))
                .body(ofOverdue + ".eventOn", equalTo(longAgo.toString()))
                .body(ofOverdue + ".dueOn", equalTo(due.lastDay().toString()))
                .body(ofOverdue + ".evidenceFrom", equalTo(longAgo.plusDays(60).toString()))
                .body(ofOverdue + ".overdue", equalTo(true))
                .body("filings.find { it.memberNumber == '%s' }.overdue".formatted(fresh), equalTo(false));
        dueFilings(site, today().plusDays(60)).body("filings.memberNumber", containsInAnyOrder(overdue, fresh, later));
        post(
                        LocalParts.asEstablishment(site),
                        "/filings/losses",
                        but(loss(overdue, longAgo), "establishmentNumber", site, "cause", "AGE_65"))
                .statusCode(202);
        dueFilings(site, today()).body("filings.memberNumber", contains(fresh));
        get(LocalParts.asOfficer(), path(site, today()) + "&cursor=" + fresh).body("filings", empty());
    }

    @Test
    void cut_offs_that_have_not_passed_are_told_with_them() {
        String site = site("3200002");
        put(LocalParts.asOfficer(), "/cut-offs/2060", cutOff("2061-04-21")).statusCode(200);
        put(LocalParts.asOfficer(), "/cut-offs/2020", cutOff("2021-04-21")).statusCode(200);
        dueFilings(site, today())
                .body("filings", empty())
                .body("cutOffsAhead.fiscalYear", hasItem(2060))
                .body("cutOffsAhead.find { it.fiscalYear == 2060 }.lastDay", equalTo("2061-04-21"))
                .body("cutOffsAhead.fiscalYear", not(hasItem(2020)));
    }

    @Test
    void an_establishment_is_told_its_own_and_nobody_else_but_officers() {
        String site = site("3200003");
        String path = path(site, today());
        String member = enrolled(born(today().minusYears(65), site));
        get(LocalParts.asOfficer(), path).statusCode(200).body("filings.memberNumber", contains(member));
        refused(get(LocalParts.asEstablishment(OTHER_SITE), path), 403, "forbidden");
        refused(get(LocalParts.asMember(member), path), 403, "forbidden");
        refused(get(LocalParts.anonymous(), path), 401, "unauthorized");
        get(LocalParts.asOfficer(), path(site(OTHER_SITE), today())).body("filings", empty());
        refused(get(LocalParts.asOfficer(), "/due-filings?establishmentNumber=" + site), 400, "invalid");
        refused(get(LocalParts.asOfficer(), "/due-filings?until=2026-06-01"), 400, "invalid");
    }

    private static ValidatableResponse dueFilings(String site, LocalDate until) {
        return get(LocalParts.asEstablishment(site), path(site, until));
    }

    private static String path(String site, LocalDate until) {
        return "/due-filings?establishmentNumber=%s&until=%s".formatted(site, until);
    }

    private static String site(String number) {
        Requests.establishment(number);
        return number;
    }

    private static Map<String, Object> born(LocalDate birthDate, String site) {
        return but(enrolment(), "birthDate", birthDate, "establishmentNumber", site);
    }

    private static Map<String, Object> cutOff(String lastDay) {
        return body("cutOffs", List.of(body("type", "LOSS", "channel", "DATA", "lastDay", lastDay)));
    }
}
