package jp.nenkin.ledger.seal;

import static jp.nenkin.ledger.seal.SealedFund.FAR;
import static jp.nenkin.ledger.seal.SealedFund.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jp.nenkin.events.SealKind;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.Rows;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When runs and days are sealed, and that nobody takes a seal back. */
class SealsTest {
    private static LedgerDatabase database;

    private SealedFund fund;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.migrate();
        fund = new SealedFund(database);
    }

    @Test
    void a_day_is_sealed_once_after_its_midnight() {
        fund.append(FIRST, Rows.opening(FIRST, 100));
        fund.append(FAR, Rows.opening(FAR, 100));
        assertThat(fund.seal()).isZero();

        fund.nextDay();
        assertThat(fund.seal()).isEqualTo(1);
        assertThat(fund.seal()).isZero();

        Seal seal = fund.seals().getFirst();
        assertThat(seal.cut().kind()).isEqualTo(SealKind.DAY);
        assertThat(seal.cut().period()).isEqualTo("2024-05-01");
        assertThat(seal.streams()).isEqualTo(2);
        assertThat(seal.previous()).isEqualTo(Hash.NONE);
        assertThat(seal.hash()).isEqualTo(seal.recomputed());
        assertThat(database.look("select block || ':' || streams from seal_block order by block"))
                .containsExactly("0:1", "2:1");
    }

    @Test
    void a_day_without_rows_has_no_seal() {
        fund.append(FIRST, Rows.opening(FIRST, 100));
        fund.nextDay();
        fund.seal();
        for (int day = 0; day < 3; day++) {
            fund.nextDay();
            assertThat(fund.seal()).isZero();
        }
        fund.append(FIRST, Rows.after(fund.newest(FIRST), 1));
        fund.nextDay();
        assertThat(fund.seal()).isEqualTo(1);
        assertThat(fund.seals().getLast().cut().period()).isEqualTo("2024-05-05");
    }

    @Test
    void a_run_is_sealed_after_what_came_before_it_one_seal_following_the_other() {
        fund.live();

        List<Seal> seals = fund.seals();
        assertThat(seals)
                .extracting(seal -> seal.number() + " " + seal.cut().kind() + " "
                        + seal.cut().period() + " of " + seal.cut().segment())
                .containsExactly(
                        "1 DAY 2024-05-01 of 1",
                        "2 DAY 2024-05-02 of 1",
                        "3 RUN CONTRIBUTION 2024-04 of 2",
                        "4 DAY 2024-05-02 of 3",
                        "5 DAY 2024-05-03 of 3",
                        "6 RUN CONTRIBUTION 2024-05 of 4");
        assertThat(seals).extracting(Seal::streams).contains(4L, 3L);
        for (int place = 1; place < seals.size(); place++) {
            assertThat(seals.get(place).previous())
                    .isEqualTo(seals.get(place - 1).hash());
        }
        assertThat(database.look("select version || type from journal where stream = -1000000000000 order by version"))
                .first()
                .isEqualTo("1jp.nenkin.ledger.LedgerSealed.v1");
    }

    @Test
    void a_row_whose_transaction_is_under_way_is_left_for_the_next_seal() throws SQLException {
        fund.append(FIRST, Rows.opening(FIRST, 100));
        try (Connection early = database.connect();
                Statement statement = early.createStatement()) {
            early.setAutoCommit(false);
            boolean _ = statement.execute("select pg_current_xact_id()");
            fund.append(FAR, Rows.opening(FAR, 100));
            fund.nextDay();
            assertThat(fund.seal()).isEqualTo(1);
            assertThat(fund.seals().getFirst().streams()).isEqualTo(1);
            early.rollback();
        }
        assertThat(fund.seal()).isEqualTo(1);
        assertThat(database.look("select block || ':' || seal from seal_block where block >= 0 order by seal"))
                .containsExactly("0:1", "2:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update seal set root = hash",
                "delete from seal",
                "truncate seal cascade",
                "update seal_block set streams = 1",
                "delete from seal_block",
                "drop table seal_block",
                "update journal set value_date = value_date + 1",
                "delete from journal where stream = -1000000000000",
                "update verification set requested_by = 'x'",
                "delete from verification_finding",
            })
    void the_service_takes_nothing_back(String sql) {
        assertThatThrownBy(() -> database.asSystem(() -> {
                    try (Statement statement = database.getConnection().createStatement()) {
                        return statement.execute(sql);
                    }
                }))
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void seals_are_seen_by_officers_alone() {
        fund.live();
        for (String role : List.of("member", "establishment", "")) {
            assertThat(database.as(role, () -> new SealTable(new Database(database)).all()))
                    .isEmpty();
        }
        assertThat(database.as("officer", () -> new SealTable(new Database(database)).all()))
                .hasSize(6);
    }
}
