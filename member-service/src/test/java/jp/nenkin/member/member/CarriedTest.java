package jp.nenkin.member.member;

import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.enrolled;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.member.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class CarriedTest {
    private static final LocalDate JOINED = LocalDate.of(2015, 4, 1);

    @Inject
    CarriedTable carried;

    @Inject
    TenantScope scope;

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void who_has_left_carries_the_months_of_his_membership() {
        String member = enrolled();
        assertThat(of(member)).isEqualTo(Carried.nothing());
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, LocalDate.of(2018, 3, 31)))
                .statusCode(201);
        assertThat(of(member))
                .isEqualTo(new Carried(List.of(new MembershipPeriod(JOINED, LocalDate.of(2018, 3, 31))), false));
        assertThat(of(member).months()).isEqualTo(35);
    }

    @Test
    void who_was_taken_over_carries_his_earlier_periods_and_assets() {
        String number = "9500000001";
        takeOver(number);
        assertThat(of(number))
                .isEqualTo(new Carried(
                        List.of(new MembershipPeriod(LocalDate.of(2005, 4, 1), LocalDate.of(2010, 10, 16))), true));
        assertThat(of(number).months()).isEqualTo(66);
    }

    @Test
    void an_establishment_is_told_as_much_of_a_member_of_others_and_sees_no_more_of_him() throws SQLException {
        String number = "9500000002";
        takeOver(number);
        try (Connection service = LocalParts.databaseAsService()) {
            service.setAutoCommit(false);
            one(service, "SELECT set_config('app.role', 'establishment', true)");
            one(service, "SELECT set_config('app.establishment', '%s', true)".formatted(BOTH_FIXED));
            assertThat(one(service, "SELECT count(*) FROM ended_periods('%s')".formatted(number)))
                    .isEqualTo("1");
            assertThat(one(service, "SELECT has_asset('%s')".formatted(number))).isEqualTo("t");
            assertThat(one(service, "SELECT count(*) FROM earlier_period WHERE member_number = '%s'".formatted(number)))
                    .isEqualTo("0");
            assertThat(one(service, "SELECT current_setting('app.role', true)")).isEqualTo("establishment");
        }
    }

    private Carried of(String member) {
        return scope.asSystem(() -> QuarkusTransaction.requiringNew().call(() -> carried.of(new MemberNumber(member))));
    }

    private static void takeOver(String number) {
        Map<String, Object> member = body(
                "memberNumber",
                number,
                "name",
                "年金 花子",
                "birthDate",
                "1970-05-05",
                "establishmentNumber",
                FIRST_ONLY,
                "acquiredOn",
                JOINED,
                "firstBaseSalary",
                300_000,
                "earlierPeriods",
                List.of(body("acquiredOn", "2005-04-01", "lostOn", "2010-10-16")),
                "transferredAssets",
                List.of(body("ordinal", 1, "receivedOn", "2016-07-01", "source", "旧基金", "creditedMonths", 120)));
        Map<String, Object> totals = body("members", 1, "firstBaseSalaryTotal", 300_000, "secondBaseSalaryTotal", 0);
        post(LocalParts.asOfficer(), "/take-over/members", body("controlTotals", totals, "members", List.of(member)))
                .statusCode(201);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }
}
