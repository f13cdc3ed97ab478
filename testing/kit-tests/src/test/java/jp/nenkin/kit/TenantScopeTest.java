package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jp.nenkin.keycloak.DemoClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(LocalParts.class)
class TenantScopeTest {
    private static final String FIRST = "1000011";
    private static final String SECOND = "1000012";

    @Inject
    TenantScope scope;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void three_rows_of_one_and_two_of_another() {
        Sql.run("DELETE FROM trial");
        Sql.run("INSERT INTO trial SELECT uuidv7(), ?, 'first' FROM generate_series(1, 3)", FIRST);
        Sql.run("INSERT INTO trial SELECT uuidv7(), ?, 'second' FROM generate_series(1, 2)", SECOND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"panache", "jdbc", "programmatic"})
    void each_caller_sees_his_own(String way) {
        assertThat(seen(LocalParts.asOfficer(), way)).isEqualTo(5);
        assertThat(seen(LocalParts.asEstablishment(FIRST), way)).isEqualTo(3);
        assertThat(seen(LocalParts.asEstablishment(SECOND), way)).isEqualTo(2);
        assertThat(seen(LocalParts.asMember("0000001234"), way)).isZero();
    }

    @Test
    void who_has_a_role_without_its_number_sees_nothing() {
        DemoClient nobody = new DemoClient("system", "numberless", List.of("establishment"), Map.of());
        assertThat(seen(LocalParts.as(nobody), "jdbc")).isZero();
    }

    @Test
    void the_system_sees_all_where_the_code_says_so() {
        assertThat(seen(LocalParts.asEstablishment(FIRST), "as-system")).isEqualTo(5);
        assertThat(scope.asSystem(() -> count())).isEqualTo(5);
    }

    @Test
    void without_a_caller_or_a_transaction_nothing_is_seen() throws SQLException {
        assertThat(count()).isZero();
        assertThat(seen(LocalParts.asOfficer(), "without-transaction")).isZero();
        try (Connection plain = LocalParts.databaseAsService();
                Statement statement = plain.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM trial")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).isZero();
        }
    }

    @Test
    void a_scope_does_not_leak_into_the_pool() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<Long>> wrong = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> IntStream.range(0, 8)
                            .filter(round ->
                                    seen(LocalParts.asEstablishment((i + round) % 2 == 0 ? FIRST : SECOND), "jdbc")
                                            != ((i + round) % 2 == 0 ? 3 : 2))
                            .count()))
                    .toList();
            for (Future<Long> one : wrong) {
                assertThat(one.get()).isZero();
            }
        }
        assertThat(count()).isZero();
    }

    @Test
    void a_scope_is_not_changed_within_a_transaction() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> scope.asSystem(() -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_row_of_another_is_not_written() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> execute("INSERT INTO trial VALUES (uuidv7(), '1000011', 'x')")))
                .hasStackTraceContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM trial",
                "DELETE FROM idempotency_record",
                "UPDATE idempotency_record SET body = ''",
                "DELETE FROM received_event",
                "DELETE FROM parked_event",
                "UPDATE parked_event SET value = ''",
                "UPDATE relay_cursor SET era = 2",
                "TRUNCATE relay_cursor",
                "CREATE TABLE mine ()",
                "SET ROLE member_owner"
            })
    void the_service_may_do_no_more_than_it_needs(String sql) {
        assertThatThrownBy(() -> {
                    try (Connection service = LocalParts.databaseAsService();
                            Statement statement = service.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fault -> assertThat(fault.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void a_transaction_that_could_not_be_told_its_scope_is_not_left_on_the_thread() {
        List<Integer> during;
        try {
            Sql.run("ALTER ROLE member_app NOLOGIN");
            Sql.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'member_app'");
            during = atOnce(20);
        } finally {
            Sql.run("ALTER ROLE member_app LOGIN");
        }
        List<Integer> after = atOnce(40);

        assertThat(during).contains(500).doesNotContain(200, 401, 403);
        assertThat(after).containsOnly(200);
        assertThat(seen(LocalParts.asEstablishment(SECOND), "panache")).isEqualTo(2);
    }

    private List<Integer> atOnce(int requests) {
        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            List<Callable<Integer>> calls = Collections.nCopies(
                    requests,
                    () -> LocalParts.asEstablishment(FIRST)
                            .get("/trials/seen/panache")
                            .statusCode());
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static long seen(RequestSpecification as, String way) {
        return Long.parseLong(
                as.get("/trials/seen/" + way).then().statusCode(200).extract().asString());
    }

    private long count() {
        return QuarkusTransaction.requiringNew().call(() -> execute("SELECT count(*) FROM trial"));
    }

    private long execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return statement.getUpdateCount();
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getLong(1) : 0;
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
