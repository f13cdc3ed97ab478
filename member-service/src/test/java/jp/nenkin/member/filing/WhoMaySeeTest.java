package jp.nenkin.member.filing;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class WhoMaySeeTest {
    private static final List<String> TENANT_TABLES = List.of(
            "establishment",
            "member",
            "filing",
            "profile",
            "membership",
            "membership_loss",
            "base_salary",
            "earlier_period",
            "transferred_asset",
            "retraction",
            "address",
            "member_application",
            "application_decision",
            "bank_account",
            "filing_file",
            "filed_row",
            "consultant",
            "consultant_name",
            "delegation",
            "delegation_end",
            "consultant_file",
            "establishment_particulars",
            "establishment_terms",
            "filing_person",
            "birth_date_proposal");

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void a_member_is_seen_by_officers_his_establishment_and_himself() {
        String member = enrolled();
        get(LocalParts.asOfficer(), "/members/" + member).statusCode(200);
        get(LocalParts.asEstablishment(FIRST_ONLY), "/members/" + member).statusCode(200);
        get(LocalParts.asMember(member), "/members/" + member).statusCode(200).body("memberNumber", equalTo(member));
        refused(get(LocalParts.anonymous(), "/members/" + member), 401, "unauthorized");
        refused(get(LocalParts.asEstablishment(BOTH_FIXED), "/members/" + member), 403, "forbidden");
        refused(get(LocalParts.asEstablishment(BOTH_FIXED), "/members/9999999999"), 403, "forbidden");
        refused(get(LocalParts.asMember("9999999999"), "/members/" + member), 403, "forbidden");
        refused(get(LocalParts.asOfficer(), "/members/9999999999"), 404, "not-found");
        refused(get(LocalParts.asOfficer(), "/members/12"), 400, "invalid");
    }

    @Test
    void a_filing_is_seen_by_officers_its_establishment_and_its_member() {
        ValidatableResponse taken = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment());
        String path = "/filings/" + taken.extract().path("filingId");
        String member = taken.extract().path("memberNumber");
        get(LocalParts.asEstablishment(FIRST_ONLY), path)
                .statusCode(200)
                .body("type", equalTo("ENROLMENT"))
                .body("memberNumber", equalTo(member))
                .body("content.firstBaseSalary", equalTo(300_000));
        get(LocalParts.asOfficer(), path).statusCode(200);
        get(LocalParts.asMember(member), path).statusCode(200);
        refused(get(LocalParts.anonymous(), path), 401, "unauthorized");
        refused(get(LocalParts.asEstablishment(BOTH_FIXED), path), 403, "forbidden");
        refused(get(LocalParts.asMember("9999999999"), path), 403, "forbidden");
        refused(get(LocalParts.asOfficer(), "/filings/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void an_establishment_does_not_file_for_another() {
        refused(post(LocalParts.asEstablishment(BOTH_FIXED), "/filings/enrolments", enrolment()), 403, "forbidden");
        refused(post(LocalParts.asMember("9999999999"), "/filings/enrolments", enrolment()), 403, "forbidden");
        refused(post(LocalParts.anonymous(), "/filings/enrolments", enrolment()), 401, "unauthorized");
    }

    @Test
    void without_a_scope_the_database_shows_and_takes_nothing() throws SQLException {
        enrolled();
        try (Connection service = LocalParts.databaseAsService()) {
            for (String table : TENANT_TABLES) {
                assertThat(numbers(service, "SELECT count(*) FROM " + table))
                        .as(table)
                        .containsExactly("0");
            }
            assertThatThrownBy(() -> run(service, "INSERT INTO member (number) VALUES ('9876543210')"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void below_the_service_an_establishment_and_a_member_see_their_own_rows_alone() throws SQLException {
        String member = enrolled();
        String other = enrolled(Requests.but(enrolment(), "establishmentNumber", BOTH_FIXED));
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            scope(service, "establishment", FIRST_ONLY, "");
            assertThat(numbers(service, "SELECT DISTINCT establishment_number FROM membership"))
                    .containsExactly(FIRST_ONLY);
            assertThat(numbers(service, "SELECT number FROM member"))
                    .contains(member)
                    .doesNotContain(other);
            assertThat(numbers(service, "SELECT member_number FROM profile"))
                    .contains(member)
                    .doesNotContain(other);
            scope(service, "member", "", other);
            for (String table : List.of("membership", "profile", "filing", "base_salary")) {
                assertThat(numbers(service, "SELECT DISTINCT member_number FROM " + table))
                        .as(table)
                        .containsExactly(other);
            }
            assertThat(numbers(service, "SELECT number FROM establishment")).isEmpty();
        }
    }

    @Test
    void facts_are_neither_changed_nor_deleted() throws SQLException {
        try (Connection service = LocalParts.databaseAsService()) {
            for (String table : TENANT_TABLES) {
                assertThatThrownBy(() -> run(service, "DELETE FROM " + table))
                        .as(table)
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> run(service, "UPDATE base_salary SET base_salary = 1"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(service, "DELETE FROM outbox")).hasMessageContaining("permission denied");
        }
    }

    private static void scope(Connection service, String role, String establishment, String member)
            throws SQLException {
        try (PreparedStatement set = service.prepareStatement(
                "SELECT set_config('app.role', ?, true), set_config('app.establishment', ?, true),"
                        + " set_config('app.member', ?, true)")) {
            set.setString(1, role);
            set.setString(2, establishment);
            set.setString(3, member);
            set.execute();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static List<String> numbers(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            List<String> numbers = new ArrayList<>();
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
            return numbers;
        }
    }
}
