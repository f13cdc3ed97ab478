package jp.nenkin.member.filer;

import static jp.nenkin.kit.Refusals.refused;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.establishment;
import static jp.nenkin.member.Requests.get;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.put;
import static jp.nenkin.member.Requests.today;
import static jp.nenkin.member.filer.Consultancies.consultant;
import static jp.nenkin.member.filer.Consultancies.delegated;
import static jp.nenkin.member.filer.Consultancies.ended;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.nenkin.kit.LocalParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class DelegationTest {
    private static final String OTHER_CONSULTANT = "42000009";

    @Test
    void officers_keep_the_consultants() {
        String code = consultant("42000001");
        refused(
                post(LocalParts.asOfficer(), "/consultants", body("code", code, "name", "同じ番号")),
                409,
                "consultant-exists");
        put(LocalParts.asOfficer(), "/consultants/" + code, body("name", "新しい名称"))
                .statusCode(200);
        get(LocalParts.asEstablishment("4200001"), "/consultants/" + code)
                .statusCode(200)
                .body("name", equalTo("新しい名称"));
        get(LocalParts.asConsultant(code), "/consultants/" + code).statusCode(200);
        get(LocalParts.asOfficer(), "/consultants?after=42000000")
                .statusCode(200)
                .body("consultants.code", hasItem(code));
        refused(put(LocalParts.asOfficer(), "/consultants/42999999", body("name", "無し")), 404, "not-found");
        for (RequestSpecification stranger : List.of(
                LocalParts.asEstablishment("4200001"),
                LocalParts.asConsultant(code),
                LocalParts.asMember("9999999999"))) {
            refused(post(stranger, "/consultants", body("code", "42000002", "name", "名")), 403, "forbidden");
            refused(put(stranger, "/consultants/" + code, body("name", "名")), 403, "forbidden");
            refused(get(stranger, "/consultants"), 403, "forbidden");
        }
        refused(get(LocalParts.asConsultant(OTHER_CONSULTANT), "/consultants/" + code), 403, "forbidden");
        refused(get(LocalParts.asMember("9999999999"), "/consultants/" + code), 403, "forbidden");
        refused(get(LocalParts.anonymous(), "/consultants/" + code), 401, "unauthorized");
    }

    @Test
    void an_establishment_gives_and_ends_and_both_see_it() {
        String code = consultant("42000003");
        establishment("4200003");
        String path = "/establishments/4200003/delegations";
        RequestSpecification own = LocalParts.asEstablishment("4200003");
        refused(post(own, path, body("consultantCode", "42999999", "from", today())), 422, "consultant-unknown");
        String id = delegated("4200003", code, today());
        refused(post(own, path, body("consultantCode", code, "from", today())), 409, "delegation-exists");
        get(LocalParts.asConsultant(code), "/consultants/" + code + "/delegations")
                .statusCode(200)
                .body("delegations.establishmentNumber", equalTo(List.of("4200003")));
        refused(
                post(own, path + "/" + id + "/end", body("until", today().minusDays(1))),
                422,
                "delegation-end-in-past");
        for (RequestSpecification stranger : List.of(
                LocalParts.asEstablishment("4200001"),
                LocalParts.asConsultant(code),
                LocalParts.asMember("9999999999"))) {
            refused(post(stranger, path, body("consultantCode", code, "from", today())), 403, "forbidden");
            refused(post(stranger, path + "/" + id + "/end", body("until", today())), 403, "forbidden");
            refused(get(stranger, path), 403, "forbidden");
        }
        refused(get(LocalParts.asEstablishment("4200003"), "/consultants/" + code + "/delegations"), 403, "forbidden");
        refused(post(LocalParts.anonymous(), path, body("consultantCode", code, "from", today())), 401, "unauthorized");
        ended("4200003", id);
        get(LocalParts.asOfficer(), path).statusCode(200).body("delegations[0].until", equalTo(today().toString()));
    }

    @Test
    void a_consultant_files_for_who_has_delegated_until_the_end_and_for_nobody_else() {
        String code = consultant("42000004");
        consultant(OTHER_CONSULTANT);
        establishment("4200004");
        establishment("4200005");
        String id = delegated("4200004", code, today());
        RequestSpecification consultant = LocalParts.asConsultant(code);
        ValidatableResponse taken = post(
                consultant,
                "/filings/enrolments",
                but(enrolment(), "establishmentNumber", "4200004", "acquiredOn", today()));
        String filing = "/filings/" + taken.statusCode(201).extract().path("filingId");
        String member = "/members/" + taken.extract().path("memberNumber");
        String elsewhere = "/members/" + enrolled(but(enrolment(), "establishmentNumber", "4200005"));
        List<String> seen = List.of(
                member,
                filing,
                "/establishments/4200004",
                "/filing-files?establishmentNumber=4200004",
                "/due-filings?establishmentNumber=4200004&until=" + today());
        seen.forEach(path -> get(consultant, path).statusCode(200));
        get(LocalParts.asEstablishment("4200004"), filing).statusCode(200);
        assertThat(taken.extract().jsonPath().getString("due.lastDay")).isNotNull();

        refused(get(consultant, elsewhere), 403, "forbidden");
        refused(get(consultant, "/establishments/4200005"), 403, "forbidden");
        refused(
                post(consultant, "/filings/enrolments", but(enrolment(), "establishmentNumber", "4200005")),
                403,
                "forbidden");
        seen.forEach(path -> refused(get(LocalParts.asConsultant(OTHER_CONSULTANT), path), 403, "forbidden"));

        ended("4200004", id);
        seen.forEach(path -> refused(get(consultant, path), 403, "forbidden"));
        refused(
                post(
                        consultant,
                        "/filings/enrolments",
                        but(enrolment(), "establishmentNumber", "4200004", "acquiredOn", today())),
                403,
                "forbidden");
    }

    @Test
    void below_the_service_the_database_lets_a_consultant_through_on_the_days_of_the_delegation_alone()
            throws SQLException {
        String code = consultant("42000006");
        establishment("4200006");
        establishment("4200007");
        String id = delegated("4200006", code, today());
        String member = enrolled(but(enrolment(), "establishmentNumber", "4200006"));
        String elsewhere = enrolled(but(enrolment(), "establishmentNumber", "4200007"));
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            scope(service, code, today());
            for (String table : List.of("membership", "filing", "base_salary", "profile", "member")) {
                String column = table.equals("member") ? "number" : "member_number";
                assertThat(column(service, "SELECT DISTINCT " + column + " FROM " + table))
                        .as(table)
                        .containsExactly(member);
            }
            assertThat(column(service, "SELECT number FROM establishment")).containsExactly("4200006");
            for (LocalDate day : List.of(today().minusDays(1), LocalDate.of(1, 1, 1))) {
                scope(service, code, day);
                assertThat(column(service, "SELECT id::text FROM filing")).isEmpty();
            }
            scope(service, code, today());
            assertRefused(service, """
                    INSERT INTO filing VALUES (uuidv7(), 'LOSS', 'DATA', current_date, '%s', '4200007', now(), 'x',
                                               '{}',
                                               now(), 'x')
                    """.formatted(elsewhere));
            scope(service, code, today());
            assertRefused(
                    service,
                    "INSERT INTO delegation VALUES (uuidv7(), '4200007', '%s', current_date, now(), 'x')"
                            .formatted(code));
        }
        ended("4200006", id);
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            scope(service, code, today());
            assertThat(column(service, "SELECT id::text FROM filing")).isEmpty();
            assertThat(column(service, "SELECT number FROM member")).isEmpty();
        }
    }

    private static void assertRefused(Connection service, String sql) throws SQLException {
        assertThatThrownBy(() -> {
                    try (PreparedStatement insert = service.prepareStatement(sql)) {
                        insert.execute();
                    }
                })
                .hasMessageContaining("row-level security");
        service.rollback();
    }

    private static void scope(Connection service, String consultant, LocalDate today) throws SQLException {
        try (PreparedStatement set = service.prepareStatement("SELECT set_config('app.role', 'consultant', true),"
                + " set_config('app.consultant', ?, true), set_config('app.today', ?, true)")) {
            set.setString(1, consultant);
            set.setString(2, today.toString());
            set.execute();
        }
    }

    private static List<String> column(Connection service, String sql) throws SQLException {
        try (PreparedStatement select = service.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
