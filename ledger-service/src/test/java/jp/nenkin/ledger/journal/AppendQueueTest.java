package jp.nenkin.ledger.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.nenkin.ledger.journal.Rows.NOW;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import jp.nenkin.kit.Problem;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that share a transaction, each with its own answer. While the gate is closed they gather. */
class AppendQueueTest {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    // Lanes go by the shard: odd and even members.
    private static final MemberNumber FIRST = new MemberNumber(1);
    private static final MemberNumber THIRD = new MemberNumber(3);

    private static LedgerDatabase database;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Journal journal;
    private AppendQueue queue;
    private ExecutorService callers;

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
        queue = queue(PATIENCE);
        callers = Executors.newVirtualThreadPerTaskExecutor();
        open.add(callers);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void a_command_is_committed_when_its_caller_has_the_answer() {
        String answer = queue.submit(FIRST, adding(FIRST, 3_300));

        assertThat(answer).isEqualTo("version 1 balance 3300");
        assertThat(history(FIRST)).extracting(StoredRow::amount).containsExactly(new Yen(3_300));
        assertThat(history(FIRST)).extracting(StoredRow::recordedAt).containsExactly(NOW);
    }

    @Test
    void commands_that_gather_share_a_transaction_and_see_each_other() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        try (Gatekeeper _ = new Gatekeeper()) {
            answers.add(callers.submit(() -> queue.submit(FIRST, adding(FIRST, 1))));
            awaitWriters(1);
            for (int count = 0; count < 9; count++) {
                answers.add(inLine(queue, FIRST, adding(FIRST, 10)));
            }
        }

        assertThat(values(answers)).contains("version 1 balance 1", "version 2 balance 11", "version 10 balance 91");
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
        assertThat(database.look("select count(distinct xid) from journal_1")).containsExactly("2");
    }

    @Test
    void a_refusal_drops_the_commands_own_rows_and_no_others() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        try (Gatekeeper _ = new Gatekeeper()) {
            answers.add(callers.submit(() -> queue.submit(FIRST, adding(FIRST, 1))));
            awaitWriters(1);
            answers.add(inLine(queue, FIRST, adding(FIRST, 10)));
            answers.add(inLine(queue, FIRST, append -> {
                throw new IllegalStateException(
                        "refused after " + adding(FIRST, 100).apply(append));
            }));
            answers.add(inLine(queue, FIRST, append -> throwing(new StackOverflowError())));
            answers.add(inLine(queue, THIRD, adding(THIRD, 1_000)));
            answers.add(inLine(queue, FIRST, adding(FIRST, 10_000)));
        }

        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("refused after version 3 balance 111");
        assertThatThrownBy(() -> answers.get(3).get()).hasRootCauseInstanceOf(StackOverflowError.class);
        answers.subList(2, 4).clear();
        assertThat(values(answers))
                .containsExactly(
                        "version 1 balance 1",
                        "version 2 balance 11",
                        "version 1 balance 1000",
                        "version 3 balance 10011");
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
    }

    @Test
    void a_row_that_the_database_refuses_is_its_own_commands_fault_alone() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        try (Gatekeeper _ = new Gatekeeper()) {
            answers.add(callers.submit(() -> queue.submit(FIRST, adding(FIRST, 1))));
            awaitWriters(1);
            answers.add(inLine(queue, FIRST, adding(FIRST, 10)));
            answers.add(inLine(queue, THIRD, append -> {
                append.write(List.of(unstorable()));
                return "stored";
            }));
            answers.add(inLine(queue, FIRST, adding(FIRST, 100)));
        }

        assertThatThrownBy(() -> answers.get(2).get()).hasCauseInstanceOf(DatabaseFault.class);
        answers.remove(2);
        assertThat(values(answers))
                .containsExactly("version 1 balance 1", "version 2 balance 11", "version 3 balance 111");
        assertThat(history(THIRD)).isEmpty();
    }

    @Test
    void a_commit_that_failed_is_never_tried_again() throws Exception {
        AtomicBoolean failing = new AtomicBoolean(true);
        AppendQueue unlucky = AppendQueue.on(
                journal,
                CLOCK,
                work -> {
                    inTransaction(work);
                    if (failing.getAndSet(false)) {
                        throw new IllegalStateException("the answer to the commit was lost");
                    }
                },
                PATIENCE);
        List<Future<String>> answers = new ArrayList<>();
        try (Gatekeeper _ = new Gatekeeper()) {
            answers.add(callers.submit(() -> unlucky.submit(FIRST, adding(FIRST, 1))));
            awaitWriters(1);
        }

        assertThatThrownBy(() -> answers.getFirst().get()).hasRootCauseMessage("the answer to the commit was lost");
        assertThat(unlucky.submit(FIRST, adding(FIRST, 10))).isEqualTo("version 2 balance 11");
    }

    @Test
    void a_caller_whose_patience_ends_before_the_decision_has_done_nothing() {
        AppendQueue hasty = queue(Duration.ofMillis(50));
        try (Gatekeeper _ = new Gatekeeper()) {
            assertThatThrownBy(() -> hasty.submit(FIRST, adding(FIRST, 1)))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.code().status()).isEqualTo(503));
        }

        assertThat(queue.submit(FIRST, adding(FIRST, 10))).isEqualTo("version 1 balance 10");
    }

    @Test
    void a_caller_whose_patience_ends_before_the_commit_does_not_know() throws Exception {
        // Long enough for the decision on a busy machine.
        AppendQueue hasty = queue(Duration.ofSeconds(2));
        try (Connection holder = database.connect()) {
            // Holds what the insert needs, and so the batch between its decisions and its commit.
            holder.setAutoCommit(false);
            database.asSuperuser("grant delete on journal to ledger_app");
            try (Statement statement = holder.createStatement()) {
                statement.execute("lock table journal in share mode");
            }
            assertThatThrownBy(() -> hasty.submit(FIRST, adding(FIRST, 1)))
                    .isInstanceOfSatisfying(
                            OutcomeUnknown.class,
                            unknown -> assertThat(unknown.member()).isEqualTo(FIRST));
        }

        await().until(() -> history(FIRST).size() == 1);
    }

    @Test
    void an_interrupted_caller_has_the_answer_and_is_still_interrupted() throws Exception {
        List<String> seen = new ArrayList<>();
        Thread caller;
        try (Gatekeeper _ = new Gatekeeper()) {
            caller = Thread.ofVirtual().start(() -> {
                seen.add(queue.submit(FIRST, adding(FIRST, 1)));
                seen.add("interrupted " + Thread.currentThread().isInterrupted());
            });
            awaitWriters(1);
            caller.interrupt();
        }
        caller.join();

        assertThat(seen).containsExactly("version 1 balance 1", "interrupted true");
    }

    @Test
    void a_full_queue_refuses_and_loses_none_of_those_it_took() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        try (Gatekeeper _ = new Gatekeeper()) {
            answers.add(callers.submit(() -> queue.submit(FIRST, adding(FIRST, 1))));
            awaitWriters(1);
            for (int count = 0; count < 2_001; count++) {
                answers.add(callers.submit(() -> queue.submit(FIRST, adding(FIRST, 1))));
            }
            await().until(() -> answers.stream().anyMatch(Future::isDone));
        }

        List<String> refusals = new ArrayList<>();
        for (Future<String> answer : answers) {
            try {
                answer.get();
            } catch (ExecutionException refused) {
                refusals.add(String.valueOf(refused.getCause()));
            }
        }
        assertThat(refusals).singleElement().asString().contains("unavailable");
        assertThat(history(FIRST)).hasSize(2_001);
        assertThat(ChainCheck.broken(history(FIRST))).isEmpty();
    }

    @Test
    void a_command_appends_to_its_own_member_alone() {
        assertThatThrownBy(() -> queue.submit(THIRD, append -> {
                    append.write(List.of(opening(account(FIRST.value()), 1)));
                    return "stored";
                }))
                .hasMessageContaining("nothing was begun");
    }

    @Test
    void a_command_reads_all_streams_of_its_member() {
        StreamId own = StreamId.of(FIRST);
        queue.submit(FIRST, adding(FIRST, 1));
        queue.submit(THIRD, adding(THIRD, 1));
        queue.submit(FIRST, append -> {
            append.write(List.of(opening(own, 0)));
            return append.newest(own).orElseThrow().version();
        });

        List<StreamId> found = queue.submit(
                FIRST, append -> append.newest().stream().map(NewestRow::stream).toList());

        assertThat(found).containsExactly(own, account(FIRST.value()));
    }

    private static Function<Append, String> adding(MemberNumber member, long amount) {
        return append -> {
            StreamId stream = account(member.value());
            append.write(List.of(append.newest(stream)
                    .map(newest -> after(newest, amount))
                    .orElseGet(() -> opening(stream, amount))));
            NewestRow newest = append.newest(stream).orElseThrow();
            return "version " + newest.version() + " balance "
                    + newest.balance().amount();
        };
    }

    private static String throwing(Error error) {
        throw error;
    }

    private static NewRow unstorable() {
        NewRow row = opening(account(THIRD.value()), 1);
        return new NewRow(
                row.stream(),
                row.version(),
                "no type holds \u0000",
                row.valueDate(),
                row.amount(),
                row.balance(),
                "{}".getBytes(UTF_8),
                row.state(),
                row.standing());
    }

    private AppendQueue queue(Duration patience) {
        return AppendQueue.on(journal, CLOCK, AppendQueueTest::inTransaction, patience);
    }

    private static void inTransaction(Runnable work) {
        database.asSystem(() -> {
            work.run();
            return work;
        });
    }

    /** Submits from a thread of its own, and goes on when that thread waits for the answer. */
    private Future<String> inLine(AppendQueue queue, MemberNumber member, Function<Append, String> decision) {
        List<Thread> thread = new ArrayList<>();
        Future<String> answer = callers.submit(() -> {
            synchronized (thread) {
                thread.add(Thread.currentThread());
            }
            return queue.submit(member, decision);
        });
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            synchronized (thread) {
                return !thread.isEmpty() && thread.getFirst().getState() == Thread.State.TIMED_WAITING;
            }
        });
        return answer;
    }

    private static void awaitWriters(int count) {
        String waiting = "select count(*) from pg_locks where locktype = 'advisory' and classid = 7101 and not granted";
        await().until(() -> database.look(waiting).equals(List.of(Integer.toString(count))));
    }

    private List<StoredRow> history(MemberNumber member) {
        return database.asSystem(() -> journal.history(account(member.value())));
    }

    private static List<String> values(List<Future<String>> answers) throws Exception {
        List<String> values = new ArrayList<>();
        for (Future<String> answer : answers) {
            values.add(answer.get());
        }
        return values;
    }

    /** Holds the gate alone, as a run does, until it is closed. */
    private static final class Gatekeeper implements AutoCloseable {
        private final Connection session;

        Gatekeeper() {
            try {
                session = database.connect();
                try (Statement statement = session.createStatement()) {
                    statement.execute("select pg_advisory_lock(7101, 0)");
                }
            } catch (SQLException fault) {
                throw new IllegalStateException(fault);
            }
        }

        @Override
        public void close() {
            try {
                session.close();
            } catch (SQLException fault) {
                throw new IllegalStateException(fault);
            }
        }
    }
}
