package jp.nenkin.member.calendar;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.today;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class ClosedDayTest {
    /** Far from every due date of other tests. */
    private static final String WEDNESDAY = "2099-06-17";

    @Test
    void an_officer_adds_a_day_that_every_establishment_reads() {
        Map<String, Object> day = body("day", WEDNESDAY, "reason", "システム更改");
        post(LocalParts.asOfficer(), "/closed-days", day)
                .statusCode(201)
                .header("Location", containsString("/closed-days?year=2099"))
                .body("kind", equalTo("FUND"));
        get(LocalParts.asEstablishment("1000001"), "/closed-days?year=2099")
                .statusCode(200)
                .body("publicHolidaysKnown", equalTo(false))
                .body("closedDays.day", hasItem(WEDNESDAY))
                .body("closedDays.find { it.day == '%s' }.reason".formatted(WEDNESDAY), equalTo("システム更改"))
                .body("closedDays.day", hasItem("2099-12-29"));
        refused(post(LocalParts.asOtherOfficer(), "/closed-days", day), 409, "day-closed-already");
    }

    @Test
    void a_day_that_is_closed_anyway_is_not_added() {
        for (String day : List.of("2025-05-05", "2025-06-14", "2025-06-15", "2025-12-30")) {
            refused(
                    post(LocalParts.asOfficer(), "/closed-days", body("day", day, "reason", "休業")),
                    409,
                    "day-closed-already");
        }
    }

    @Test
    void a_year_has_its_closed_days_in_order_and_this_year_is_told_unless_another_is_asked_for() {
        get(LocalParts.asOfficer(), "/closed-days?year=2019")
                .statusCode(200)
                .body("publicHolidaysKnown", equalTo(true))
                .body(
                        "closedDays.findAll { it.day.startsWith('2019-05') }.day",
                        contains("2019-05-01", "2019-05-02", "2019-05-03", "2019-05-04", "2019-05-05", "2019-05-06"));
        get(LocalParts.asOfficer(), "/closed-days").statusCode(200).body("year", equalTo(today().getYear()));
    }

    @Test
    void a_day_without_a_reason_and_a_year_out_of_range_are_invalid() {
        refused(post(LocalParts.asOfficer(), "/closed-days", body("day", "2099-06-18")), 400, "invalid");
        refused(
                post(LocalParts.asOfficer(), "/closed-days", body("day", "2099-06-18", "reason", " 休業")),
                400,
                "invalid");
        refused(post(LocalParts.asOfficer(), "/closed-days", body("reason", "休業")), 400, "invalid");
        refused(get(LocalParts.asOfficer(), "/closed-days?year=1999"), 400, "invalid");
        refused(get(LocalParts.asOfficer(), "/closed-days?year=2101"), 400, "invalid");
    }

    @Test
    void only_officers_add_and_members_do_not_read() {
        Map<String, Object> day = body("day", "2099-06-18", "reason", "休業");
        refused(post(LocalParts.asEstablishment("1000001"), "/closed-days", day), 403, "forbidden");
        refused(post(LocalParts.asMember("0000000001"), "/closed-days", day), 403, "forbidden");
        refused(post(LocalParts.anonymous(), "/closed-days", day), 401, "unauthorized");
        refused(get(LocalParts.asMember("0000000001"), "/closed-days?year=2025"), 403, "forbidden");
        refused(get(LocalParts.anonymous(), "/closed-days?year=2025"), 401, "unauthorized");
    }

    @Test
    void below_the_service_an_establishment_adds_nothing_and_nobody_changes_what_is_kept() throws SQLException {
        try (Connection service = LocalParts.databaseAsService()) {
            for (String table : List.of("closed_day", "cut_off", "cut_off_list")) {
                assertThatThrownBy(() -> run(service, "DELETE FROM " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
            service.setAutoCommit(false);
            run(service, "SELECT set_config('app.role', 'establishment', true)");
            String insert = "INSERT INTO closed_day VALUES ('2099-06-18', '休業', now(), 'somebody')";
            assertThatThrownBy(() -> run(service, insert)).hasMessageContaining("row-level security");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
