package jp.nenkin.ledger.publish;

import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.NOW;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import jp.nenkin.kit.Outgoing;
import jp.nenkin.kit.RelaySource;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunRules;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;
import jp.nenkin.ledger.run.TestRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the relay is given, and in which order. */
class JournalRelaySourceTest {

    private static LedgerDatabase database;
    private Journal journal;
    private String position = "";

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void first_day() {
        database.migrate();
        journal = Journal.on(database);
        position = "";
    }

    @Test
    void nothing_is_sent_of_an_empty_journal() {
        assertThat(all()).isEmpty();
    }

    @Test
    void an_event_is_a_cloud_event_whose_id_comes_from_what_is_stored() {
        append(opening(account(1234), 100));

        Outgoing record = all().getFirst();

        assertThat(record.topic()).isEqualTo("ledger.events");
        assertThat(record.key()).isEqualTo("0000001234");
        assertThat(record.partition()).isNull();
        assertThat(record.headers())
                .isEqualTo(Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", "12341000:1",
                        "ce_source", "/ledger-service",
                        "ce_type", "jp.nenkin.ledger.ContributionPosted.v1",
                        "ce_time", "2024-05-01T00:00:00.123456Z",
                        "content-type", "application/json"));
        assertThat(record.value()).asString().isEqualTo("{\"balance\":100}");
    }

    @Test
    void a_runs_events_come_by_stream_then_its_completion_to_every_partition() {
        append(opening(account(2), 100));
        append(opening(account(1), 100));
        append(opening(account(3), 100));
        run(
                "2024-04",
                TestRules.of(
                        (member, newest) -> member.value() == 3 ? List.of() : List.of(after(newest.getFirst(), 1))));

        List<String> ids = ids(all());

        assertThat(ids.subList(0, 5)).containsExactly("21000:1", "11000:1", "31000:1", "11000:2", "21000:2");
        assertThat(ids.subList(5, ids.size())).hasSize(12).startsWith("-1:1:0").endsWith("-1:1:11");
        assertThat(all()).isEmpty();
    }

    @Test
    void what_a_running_transaction_may_still_precede_waits() throws SQLException {
        append(opening(account(1), 100));
        try (Connection early = database.connect()) {
            early.setAutoCommit(false);
            try (Statement statement = early.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            append(opening(account(2), 100));
            assertThat(ids(all())).containsExactly("11000:1");
            early.rollback();
        }
        assertThat(ids(all())).containsExactly("21000:1");
    }

    @Test
    void a_closed_segment_is_sent_to_its_end_before_the_next() throws SQLException {
        try (Connection early = database.connect()) {
            early.setAutoCommit(false);
            try (Statement statement = early.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            append(opening(account(1), 100));
            run("2024-04", TestRules.adding(1));
            append(next(1, 5));
            assertThat(ids(all())).startsWith("11000:1", "11000:2").doesNotContain("11000:3");
            early.rollback();
        }
        assertThat(ids(all())).endsWith("11000:3");
    }

    @Test
    void what_is_of_no_published_type_is_passed_over() {
        NewRow known = opening(account(1), 100);
        append(new NewRow(
                known.stream(),
                1,
                "jp.nenkin.ledger.Internal.v1",
                known.valueDate(),
                known.amount(),
                known.balance(),
                known.payload(),
                known.state(),
                known.standing()));

        assertThat(all()).isEmpty();
        append(next(1, 1));
        assertThat(ids(all())).containsExactly("11000:2");
    }

    @Test
    void a_long_segment_comes_in_slices() {
        database.asSuperuser(
                "insert into journal_1 (stream, amount, balance, recorded_at, version, segment, value_date,"
                        + " type, hash, state, payload) select s * 10000 + 1000, 0, 0, now(), 1, 1, '2024-05-01',"
                        + " 'jp.nenkin.ledger.ContributionPosted.v1', sha256(''), '', ''"
                        + " from generate_series(1, 2500) s");

        assertThat(slice()).hasSize(1_000);
        assertThat(slice()).hasSize(1_000);
        assertThat(slice()).hasSize(500);
        assertThat(slice()).isEmpty();
    }

    private NewRow next(long member, long amount) {
        return after(database.asSystem(() -> journal.newest(account(member))).orElseThrow(), amount);
    }

    private static List<String> ids(List<Outgoing> records) {
        return records.stream().map(record -> record.headers().get("ce_id")).toList();
    }

    private List<Outgoing> all() {
        List<Outgoing> records = new ArrayList<>();
        String before;
        do {
            before = position;
            records.addAll(slice());
        } while (!before.equals(position));
        return records;
    }

    private List<Outgoing> slice() {
        JournalRelaySource source = new JournalRelaySource(new Database(database));
        Optional<RelaySource.Slice> slice = database.asSystem(() -> source.next(position));
        position = slice.map(RelaySource.Slice::position).orElse(position);
        return slice.map(RelaySource.Slice::records).orElse(List.of());
    }

    private void run(String period, RunRules rules) {
        Runs.on(database)
                .request(new RunRequest(UUID.randomUUID(), RunKind.CONTRIBUTION, period, null, "an officer", NOW));
        assertThat(new RunWorker(database, rules, CLOCK, 2).work()).isPresent();
    }

    private void append(NewRow row) {
        database.asSystem(() -> {
            journal.begin(List.of(row.stream().member()), CLOCK).write(List.of(row));
            return null;
        });
    }
}
