package jp.nenkin.ledger.run;

import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.NOW;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.journal.ChainCheck;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.run.RunWorker.Pace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What runs do to the journal, and what is left when they are stopped. */
class RunTest {
    private static final StreamId FIRST = account(1);
    private static final StreamId SECOND = account(2);

    private static LedgerDatabase database;
    private Journal journal;
    private Runs runs;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.start();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void two_accounts() {
        database.migrate();
        journal = Journal.on(database);
        runs = Runs.on(database);
        append(1, opening(FIRST, 100));
        append(2, opening(SECOND, 200));
    }

    @Test
    void every_open_stream_gets_its_event_and_the_run_its_totals() {
        Run run = complete("2024-04", TestRules.adding(10));

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.totals()).isEqualTo(new RunTotals(2, 2, new Yen(20)));
        assertThat(run.completedAt()).isEqualTo(NOW);
        assertThat(balance(FIRST)).isEqualTo(110);
        assertThat(balance(SECOND)).isEqualTo(210);
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
        assertThat(database.look("select id || kind || coalesce(value_from::text, '') from segment order by id"))
                .containsExactly("1ONLINE2024-05-01", "2RUN2024-05-01", "3ONLINE");
        assertThat(database.look("select online_segment || ' ' || generation from head"))
                .containsExactly("3 2");
    }

    @Test
    void a_stream_without_an_event_is_carried_and_goes_on() {
        complete(
                "2024-04",
                TestRules.of(
                        (member, newest) -> member.value() == 1 ? List.of(after(newest.getFirst(), 10)) : List.of()));
        complete("2024-05", TestRules.adding(10));

        assertThat(history(SECOND)).extracting(StoredRow::segment).containsExactly(1, 4);
        assertThat(history(FIRST)).extracting(StoredRow::segment).containsExactly(1, 2, 4);
        assertThat(ChainCheck.broken(history(SECOND))).isEmpty();
        assertThat(database.look("select type || version || balance || amount || encode(hash, 'hex') = (select"
                        + " 'CARRIED12000' || encode(hash, 'hex') from journal_1 where stream = 21000)"
                        + " from journal_2 where stream = 21000"))
                .containsExactly("t");
    }

    @Test
    void the_completion_is_an_event_of_the_runs_own_stream_in_the_new_online_segment() {
        Run run = complete("2024-04", TestRules.adding(10));

        StreamId own = StreamId.ofRun(run.number());
        assertThat(history(own)).singleElement().satisfies(row -> {
            assertThat(row.segment()).isEqualTo(3);
            assertThat(row.type()).isEqualTo(TestRules.COMPLETED);
        });
        complete("2024-05", TestRules.adding(10));
        assertThat(database.look("select count(*) from journal_4 where stream < 0"))
                .containsExactly("0");
        assertThat(database.asSystem(() -> journal.newest(own))).isPresent();
    }

    @Test
    void the_newest_of_several_online_rows_is_the_one_that_counts() {
        complete("2024-04", TestRules.adding(10));
        append(1, after(newest(FIRST), 1));
        append(1, after(newest(FIRST), 1));

        complete("2024-05", TestRules.adding(10));

        assertThat(balance(FIRST)).isEqualTo(122);
        assertThat(history(FIRST)).extracting(StoredRow::version).containsExactly(1, 2, 3, 4, 5);
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
    }

    @Test
    void a_closed_stream_leaves_the_generations_and_can_come_back() {
        append(1, after(newest(FIRST), 0, Standing.CLOSES));
        complete("2024-04", TestRules.adding(10));
        complete("2024-05", TestRules.adding(10));
        assertThat(balance(FIRST)).isEqualTo(100);
        assertThat(database.look("select count(*) from journal where stream = 11000 and segment > 1"))
                .containsExactly("0");

        append(1, after(newest(FIRST), 5, Standing.REOPENS));
        complete("2024-06", TestRules.adding(10));

        assertThat(balance(FIRST)).isEqualTo(115);
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
    }

    @Test
    void a_run_closes_streams_too() {
        complete(
                "2024-04",
                TestRules.of((member, newest) ->
                        member.value() == 1 ? List.of(after(newest.getFirst(), -100, Standing.CLOSES)) : List.of()));
        assertThat(database.look("select closed_segment from stream where id = 11000"))
                .containsExactly("2");

        complete("2024-05", TestRules.adding(10));

        assertThat(balance(FIRST)).isZero();
        assertThat(balance(SECOND)).isEqualTo(210);
    }

    @Test
    void a_members_own_stream_begins_in_a_run() {
        StreamId own = StreamId.of(new MemberNumber(2));

        complete(
                "2024-04",
                TestRules.of((member, newest) -> member.value() == 2 ? List.of(opening(own, 0)) : List.of()));
        complete("2024-05", TestRules.adding(0));

        assertThat(history(own)).extracting(StoredRow::version).containsExactly(1, 2);
        assertThat(database.look("select natural_key from stream where id = 20000"))
                .containsExactly("0000000002");
    }

    @Test
    void a_run_with_nothing_to_do_completes() {
        database.migrate();

        Run run = complete("2024-04", TestRules.adding(10));

        assertThat(run.totals()).isEqualTo(new RunTotals(0, 0, Yen.ZERO));
        complete("2024-05", TestRules.adding(10));
    }

    @Test
    void a_run_whose_rules_refuse_fails_and_may_be_requested_again() {
        request("2024-04");
        Run failed = work(TestRules.of((member, newest) -> {
                    throw new IllegalStateException("no rate for 2024");
                }))
                .orElseThrow();

        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.reason()).isEqualTo("no rate for 2024");
        append(1, after(newest(FIRST), 1));
        assertThat(complete("2024-04", TestRules.adding(10)).status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(balance(FIRST)).isEqualTo(111);
        assertThat(unattached()).isEmpty();
    }

    @Test
    void rows_that_cannot_follow_fail_the_run() {
        request("2024-04");
        Run failed = work(TestRules.of(
                        (member, newest) -> List.of(after(newest.getFirst(), 1), opening(account(1), 5))))
                .orElseThrow();

        assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
        assertThat(failed.reason()).contains("11000");
    }

    @Test
    void a_run_killed_while_it_computes_is_taken_up_again() {
        request("2024-04");

        assertThat(work(TestRules.of((member, newest) -> killed()))).isEmpty();
        assertThat(runs.newest(1).getFirst().status()).isEqualTo(RunStatus.OPEN);
        append(1, after(newest(FIRST), 1));

        assertThat(work(TestRules.adding(10)).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(balance(FIRST)).isEqualTo(111);
        assertThat(unattached()).isEmpty();
    }

    @Test
    void a_run_killed_before_its_close_goes_on_with_the_table_it_has_and_nobody_else_knows() {
        request("2024-04");

        assertThat(work(TestRules.adding(10).beforeCompletion(RunTest::killed))).isEmpty();
        assertThat(unattached()).containsExactly("journal_2");
        assertThat(balance(FIRST)).isEqualTo(100);

        assertThat(work(TestRules.adding(10)).orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(unattached()).isEmpty();
        assertThat(history(FIRST)).extracting(StoredRow::segment).containsExactly(1, 2);
    }

    @Test
    void a_run_given_up_while_it_is_worked_on_does_not_count() {
        Run run = request("2024-04");

        Optional<Run> ended = work(TestRules.of((member, newest) -> {
            runs.abandon(run, "wrong month");
            return List.of();
        }));

        assertThat(ended.orElseThrow().status()).isEqualTo(RunStatus.ABANDONED);
        assertThat(balance(FIRST)).isEqualTo(100);
        assertThat(complete("2024-04", TestRules.adding(10)).status()).isEqualTo(RunStatus.COMPLETED);
    }

    @Test
    void one_worker_closes_while_appends_wait_for_it_alone() {
        List<String> seen = new ArrayList<>();
        request("2024-04");

        work(TestRules.adding(10).beforeCompletion(() -> {
            seen.add("another " + work(TestRules.adding(10)).isPresent());
            seen.addAll(database.look("select 'gate ' || count(*) from pg_locks where locktype = 'advisory'"
                    + " and classid = 7101 and mode = 'ExclusiveLock'"));
        }));

        assertThat(seen).containsExactly("another false", "gate 1");
        assertThat(database.look("select count(*) from pg_locks where locktype = 'advisory'"))
                .containsExactly("0");
    }

    @Test
    void appends_go_on_while_a_run_computes_and_it_reaches_what_they_did() {
        StreamId late = account(3);
        request("2024-04");

        Run run = work(TestRules.of((member, newest) -> {
                    if (member.value() == 1 && newest.getFirst().version() == 1) {
                        append(1, after(newest(FIRST), 1));
                        append(2, after(newest(SECOND), 0, Standing.CLOSES));
                        append(3, opening(late, 300));
                    }
                    return newest.stream().map(row -> after(row, 10)).toList();
                }))
                .orElseThrow();

        assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(run.totals()).isEqualTo(new RunTotals(2, 2, new Yen(20)));
        assertThat(List.of(balance(FIRST), balance(SECOND), balance(late))).containsExactly(111L, 200L, 310L);
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
        assertThat(ChainCheck.broken(history(late))).isEmpty();
        assertThat(database.look("select pass || ' ' || members || ' ' || streams from run_repair order by pass"))
                .containsExactly("1 3 0");
        assertThat(database.look("select count(*) from journal_2 where stream = 21000"))
                .containsExactly("0");
    }

    @Test
    void a_stream_that_comes_back_while_a_run_computes_is_in_the_generation_again() {
        append(1, after(newest(FIRST), 0, Standing.CLOSES));
        complete("2024-04", TestRules.adding(10));
        request("2024-05");

        work(TestRules.of((member, newest) -> {
            if (member.value() == 2 && newest(FIRST).version() == 2) {
                append(1, after(newest(FIRST), 5, Standing.REOPENS));
            }
            return newest.stream().map(row -> after(row, 10)).toList();
        }));

        assertThat(balance(FIRST)).isEqualTo(115);
        assertThat(database.look("select count(*) from journal_4 where stream = 11000"))
                .containsExactly("1");
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
    }

    @Test
    void a_run_may_write_several_events_of_a_stream() {
        Run run = complete("2024-04", TestRules.of((member, newest) -> {
            NewRow first = after(newest.getFirst(), 1);
            NewestRow then = NewestRow.of(first, NOW, newest.getFirst().hash());
            return List.of(first, after(then, 2), after(NewestRow.of(after(then, 2), NOW, then.hash()), 3));
        }));

        assertThat(run.totals()).isEqualTo(new RunTotals(2, 6, new Yen(12)));
        assertThat(history(FIRST)).extracting(StoredRow::version).containsExactly(1, 2, 3, 4);
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
        assertThat(balance(FIRST)).isEqualTo(106);
        complete("2024-05", TestRules.adding(10));
        assertThat(history(FIRST)).extracting(StoredRow::version).containsExactly(1, 2, 3, 4, 5);
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
    }

    @Test
    void a_stream_may_begin_and_end_in_a_run_though_one_given_up_has_registered_it() {
        StreamId own = StreamId.of(new MemberNumber(1));
        Run wrong = request("2024-04");
        Optional<Run> ended = Workers.of(
                        database,
                        TestRules.of((member, newest) -> {
                            if (member.value() == 2) {
                                runs.abandon(wrong, "wrong month");
                                return List.of();
                            }
                            return List.of(only(own));
                        }),
                        CLOCK,
                        new Pace(1, 1))
                .work();
        assertThat(ended.orElseThrow().status()).isEqualTo(RunStatus.ABANDONED);
        assertThat(database.asSystem(() -> journal.newest(own))).isEmpty();

        complete("2024-04", TestRules.of((member, newest) -> member.value() == 1 ? List.of(only(own)) : List.of()));
        assertThat(newest(own).version()).isEqualTo(1);
        complete("2024-05", TestRules.adding(10));

        assertThat(history(own))
                .singleElement()
                .satisfies(row -> assertThat(row.segment()).isEqualTo(3));
        assertThat(newest(own).version()).isEqualTo(1);
        assertThat(database.look("select count(*) from journal where stream = 10000"))
                .containsExactly("1");
    }

    @Test
    void two_workers_share_a_run_and_of_one_killed_in_mid_chunk_nothing_is_left() throws InterruptedException {
        database.asSuperuser(
                "insert into journal_1 (stream, amount, balance, recorded_at, version, segment, value_date,"
                        + " type, hash, state, payload) select s * 10000 + 1000, 0, 0, now(), 1, 1, '2024-05-01', 'x',"
                        + " sha256(''), '', '' from generate_series(10, 3007) s");
        Run run = request("2024-04");
        CountDownLatch sharing = new CountDownLatch(2);
        AtomicBoolean killed = new AtomicBoolean();

        Thread second = Thread.ofPlatform().start(() -> workUntilEnded(run, sharing, () -> {}));
        workUntilEnded(run, sharing, () -> {
            if (sharing.getCount() == 0 && killed.compareAndSet(false, true)) {
                database.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where usename = 'ledger_app' and query like 'copy journal_2 %'");
            }
        });
        second.join();

        assertThat(killed).isTrue();
        Run ended = runs.find(run.request().id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(ended.totals()).isEqualTo(new RunTotals(3_000, 3_000, new Yen(30_000)));
        assertThat(database.look(
                        "select count(*) || ' ' || count(distinct stream) || ' ' || sum(amount) from journal_2"))
                .containsExactly("3000 3000 30000");
        assertThat(database.look("select count(*) >= 30 and sum(streams) = 3000 from run_chunk"))
                .containsExactly("t");
    }

    /** Both are at work when both have come to a member; each waits for that in its first chunk. */
    private static void workUntilEnded(Run run, CountDownLatch sharing, Runnable midChunk) {
        AtomicBoolean begun = new AtomicBoolean();
        RunRules rules = TestRules.of((member, newest) -> {
            if (begun.compareAndSet(false, true)) {
                sharing.countDown();
                await(sharing);
            }
            if (member.value() % 100 == 50) {
                midChunk.run();
            }
            return newest.stream().map(row -> after(row, 10)).toList();
        });
        RunWorker worker = Workers.of(database, rules, CLOCK, new Pace(1, 100));
        while (Runs.on(database).find(run.request().id()).orElseThrow().status() == RunStatus.OPEN) {
            worker.work();
        }
    }

    private static void await(CountDownLatch sharing) {
        try {
            assertThat(sharing.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void a_period_is_run_once_and_one_run_is_open_at_a_time() {
        Run run = request("2024-04");

        assertThat(runs.request(asked("2024-05"))).isInstanceOf(Requested.Busy.class);
        assertThat(runs.request(asked("2024-04")))
                .isInstanceOfSatisfying(
                        Requested.Existing.class,
                        existing -> assertThat(existing.run().number()).isEqualTo(run.number()));
        work(TestRules.adding(10));
        assertThat(runs.request(asked("2024-04"))).isInstanceOf(Requested.Existing.class);
        assertThat(runs.abandon(run, "too late")).isFalse();
    }

    @Test
    void progress_is_seen_while_the_run_goes_on() {
        database.asSuperuser(
                "insert into journal_1 (stream, amount, balance, recorded_at, version, segment, value_date,"
                        + " type, hash, state, payload) select s * 10000 + 1000, 0, 0, now(), 1, 1, '2024-05-01', 'x',"
                        + " sha256(''), '', '' from generate_series(10, 60009) s");
        List<Long> seen = new ArrayList<>();
        request("2024-04");

        work(TestRules.of((member, newest) -> {
            if (member.value() == 60_009) {
                seen.add(runs.newest(1).getFirst().done());
            }
            return List.of();
        }));

        assertThat(seen).containsExactly(50_000L);
        assertThat(runs.newest(1).getFirst().done()).isEqualTo(60_002);
    }

    @Test
    void an_append_decided_before_a_run_is_stale_after_it() {
        NewRow early = after(newest(FIRST), 1);
        complete("2024-04", TestRules.adding(10));

        assertThatThrownBy(() -> append(1, early)).hasMessageContaining("is at version 2");
    }

    private static NewRow only(StreamId stream) {
        NewRow row = opening(stream, 0);
        return new NewRow(
                stream,
                1,
                row.type(),
                row.valueDate(),
                row.amount(),
                row.balance(),
                row.payload(),
                row.state(),
                Standing.OPENS_AND_CLOSES);
    }

    private static List<NewRow> killed() {
        database.asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_app'");
        return List.of();
    }

    private static List<String> unattached() {
        return database.look("select relname from pg_class where relname ~ '^journal_[0-9]+$' and relkind = 'r'"
                + " and not relispartition");
    }

    private Run complete(String period, RunRules rules) {
        request(period);
        Run run = work(rules).orElseThrow();
        assertThat(run.reason()).isNull();
        return run;
    }

    private Run request(String period) {
        return ((Requested.Accepted) runs.request(asked(period))).run();
    }

    private static RunRequest asked(String period) {
        return new RunRequest(UUID.randomUUID(), RunKind.CONTRIBUTION, period, null, "an officer", NOW);
    }

    private Optional<Run> work(RunRules rules) {
        return Workers.of(database, rules, CLOCK, new Pace(1, 50_000)).work();
    }

    private NewestRow newest(StreamId stream) {
        return database.asSystem(() -> journal.newest(stream)).orElseThrow();
    }

    private long balance(StreamId stream) {
        return newest(stream).balance().amount();
    }

    private List<StoredRow> history(StreamId stream) {
        return database.asSystem(() -> journal.history(stream));
    }

    private void append(long member, NewRow row) {
        database.asSystem(() -> {
            journal.begin(List.of(new MemberNumber(member)), CLOCK).write(List.of(row));
            return null;
        });
    }
}
