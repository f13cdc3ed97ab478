package jp.nenkin.ledger.journal;

import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jp.nenkin.ledger.money.MemberNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service may do to events: read, and append. */
class RightsTest {
    private static final String DENIED = "42501";
    private static final String ROW = "(1, 1, 1, now(), 9, %d, '2024-05-01', 'x', '', '', '')";
    private static final String COLUMNS =
            "(stream, amount, balance, recorded_at, version, segment, value_date, type," + " hash, state, payload)";

    private static LedgerDatabase database;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
        prepare();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    /** A run that is in the journal, and one that is under way. */
    private static void prepare() {
        database.migrate();
        Journal journal = Journal.on(database);
        for (long member = 1; member <= 2; member++) {
            List<MemberNumber> members = List.of(new MemberNumber(member));
            NewRow row = opening(account(member), 100);
            database.asSystem(() -> {
                journal.begin(members, CLOCK).write(List.of(row));
                return null;
            });
        }
        request();
        does("select open_run_table(1)");
        does("insert into journal_2 " + COLUMNS
                + " select stream, 0, balance, now(), version, 2, value_date, 'CARRIED',"
                + " hash, state, '' from journal_1");
        does("select seal_run_table(1)");
        does("select attach_run_table(1, null, null, '2024-05-01', '2024-05-01')");
        database.asSuperuser("update run set status = 'COMPLETED', completed_at = now()");
        request();
        does("select open_run_table(2)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal set amount = 0",
                "delete from journal",
                "truncate journal",
                "drop table journal",
                "update journal_1 set amount = 0",
                "delete from journal_1",
                "truncate journal_1",
                "drop table journal_1",
                "update journal_2 set amount = 0",
                "delete from journal_2",
                "truncate journal_2",
                "drop table journal_2",
                "update journal_3 set amount = 0",
                "delete from journal_3",
                "update journal_4 set amount = 0",
                "delete from journal_4",
                "truncate journal_4",
                "drop table journal_4",
                "alter table journal detach partition journal_2",
                "alter table journal disable row level security",
                "drop policy readers on journal",
                "create table journal_9 (like journal)",
                "update head set online_segment = 1",
                "insert into segment (id, kind) values (9, 'ONLINE')",
                "delete from segment",
                "delete from stream",
                "update stream set natural_key = 'x'",
                "delete from run",
                "update run set segment = 1",
                "update run_chunk set first_stream = 1",
                "delete from run_chunk",
                "update run_repair set members = 0",
                "delete from run_leaving",
                "select open_online_segment()",
                "select protect('journal_4', 'stream')",
                "select open_segment_of(2)",
                "set role ledger_owner",
                "create function seal_run_table(int) returns int language sql as 'select 1'",
            })
    void a_change_of_what_is_written_is_refused(String sql) {
        assertThatThrownBy(() -> does(sql)).satisfies(RightsTest::isDenied);
    }

    @Test
    void nobody_can_log_in_as_the_owner() {
        assertThat(database.look("select rolcanlogin from pg_roles where rolname = 'ledger_owner'"))
                .containsExactly("f");
        assertThat(database.look("select distinct tableowner from pg_tables where schemaname = 'ledger'"))
                .containsExactly("ledger_owner");
    }

    @Test
    void a_leaf_takes_no_rows_by_its_name() {
        assertThatThrownBy(() -> insert("journal_2", 2)).satisfies(RightsTest::isDenied);
        assertThatThrownBy(() -> insert("journal_3", 3)).satisfies(RightsTest::isDenied);
        assertThatThrownBy(() -> insert("journal_4", 3)).hasMessageContaining("one_segment");
        insert("journal", 3);
        insert("journal_4", 4);
        prepare();
    }

    @Test
    void a_run_that_counts_takes_no_more_rows_and_no_more_steps() {
        does("select seal_run_table(2)");
        insert("journal_4", 4);
        does("select attach_run_table(2, null, null, null, null)");
        assertThatThrownBy(() -> insert("journal_4", 4)).satisfies(RightsTest::isDenied);
        for (String step : List.of(
                "open_run_table(1)",
                "seal_run_table(1)",
                "repair_run_table(1, '{1}')",
                "close_gate(1)",
                "attach_run_table(1, null, null, null, null)")) {
            assertThatThrownBy(() -> does("select " + step)).hasMessageContaining("run 1 is not open");
        }
        prepare();
    }

    @Test
    void drafts_are_taken_back_by_member_and_only_before_they_count() {
        insert("journal_4", 4);
        does("select seal_run_table(2)");
        does("select repair_run_table(2, '{1}')");
        assertThat(database.look("select count(*) from journal_4")).containsExactly("1");
        does("select repair_run_table(2, '{0}')");
        assertThat(database.look("select count(*) from journal_4")).containsExactly("0");
        does("select attach_run_table(2, null, null, null, null)");
        assertThatThrownBy(() -> does("select repair_run_table(2, '{0}')"))
                .hasMessageContaining("the table of run 2 is in the journal");
        prepare();
    }

    @Test
    void a_table_with_chunks_to_fill_is_not_sealed() {
        does("insert into run_chunk (run, number, first_stream, last_stream) values (2, 1, 1, 9)");
        assertThatThrownBy(() -> does("select seal_run_table(2)")).hasMessageContaining("has chunks to fill");
        prepare();
    }

    @Test
    void a_runs_table_is_vacuumed_by_the_server_once_it_belongs_to_the_journal() throws SQLException {
        String off = "select count(*) from pg_class where relname = '%s' and reloptions = '{autovacuum_enabled=off}'";
        assertThat(database.look(off.formatted("journal_4"))).containsExactly("1");
        assertThat(database.look(off.formatted("journal_2"))).containsExactly("0");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum journal_4");
            assertThat(String.valueOf(statement.getWarnings())).contains("permission denied to vacuum");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "journal_1", "journal_2", "stream"})
    void rows_are_seen_by_those_they_concern(String table) throws SQLException {
        assertThat(seen(table, "system", "")).isEqualTo(table.equals("journal") ? 4 : 2);
        assertThat(seen(table, "officer", "")).isEqualTo(table.equals("journal") ? 4 : 2);
        assertThat(seen(table, "member", "0000000002")).isEqualTo(table.equals("journal") ? 2 : 1);
        assertThat(seen(table, "member", "0000000003")).isZero();
        assertThat(seen(table, "member", "")).isZero();
        assertThat(seen(table, "establishment", "")).isZero();
        assertThat(seen(table, "", "")).isZero();
        try (Connection connection = database.connect()) {
            assertThat(count(connection, table)).isZero();
        }
    }

    @Test
    void a_member_appends_nothing() {
        assertThatThrownBy(() -> database.as(
                        "member",
                        () -> execute(
                                database.getConnection(),
                                "insert into journal " + COLUMNS + " values " + ROW.formatted(3))))
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_policy_is_read_once_for_a_statement() {
        List<String> plan = database.asSystem(() -> new Database(database)
                .query(
                        "explain select * from journal_2 where stream = 11000",
                        Database.Binding.NONE,
                        row -> row.getString(1)));
        assertThat(plan).filteredOn(line -> line.matches(" *InitPlan .")).hasSize(2);
    }

    private static void request() {
        does("insert into run (public_id, kind, period, requested_by, requested_at)"
                + " values (uuidv7(), 'INTEREST', uuidv7()::text, 'x', now())");
    }

    private static void insert(String table, int segment) {
        does("insert into " + table + " " + COLUMNS + " values " + ROW.formatted(segment));
    }

    private static boolean does(String sql) {
        return database.asSystem(() -> execute(database.getConnection(), sql));
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    private static int seen(String table, String role, String member) {
        return database.as(role, () -> {
            Connection connection = database.getConnection();
            LedgerDatabase.set(connection, "app.member", member);
            return count(connection, table);
        });
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void isDenied(Throwable fault) {
        assertThat(fault)
                .cause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(DENIED));
    }
}
