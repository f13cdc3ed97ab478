package jp.nenkin.ledger.publish;

import static jp.nenkin.ledger.journal.Rows.NOW;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.AppendQueue;
import jp.nenkin.ledger.journal.ChainCheck;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;
import jp.nenkin.ledger.run.TestRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers of the queue at once, and runs among them: none is lost, none counts twice, each has its own answer. */
class AppendQueueStormTest {
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneId.of("Asia/Tokyo"));
    private static final int CALLERS = 256;
    private static final int COMMANDS = 16;
    private static final int REFUSED_OF = 9;
    private static final long SEED = 20_240_501;

    private LedgerDatabase database;
    private Journal journal;
    private AppendQueue queue;

    @BeforeEach
    void start() {
        database = LedgerDatabase.start();
        journal = Journal.on(database);
        queue = AppendQueue.on(
                journal,
                CLOCK,
                work -> database.asSystem(() -> {
                    work.run();
                    return work;
                }),
                Duration.ofMinutes(2));
    }

    @AfterEach
    void stop() {
        database.close();
    }

    /** What a caller was told of a command, whose amount no other has. */
    private record Told(StreamId stream, int version, Yen amount) {}

    @ParameterizedTest
    @ValueSource(ints = {10, 3_000})
    void everyone_is_told_of_the_own_command_and_it_stands_there_once(int accounts) throws Exception {
        List<Told> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Told>>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                callers.add(threads.submit(() -> call(number, accounts)));
            }
            for (int month = 1; month <= 3; month++) {
                run("2024-0" + month);
            }
            for (Future<List<Told>> caller : callers) {
                told.addAll(caller.get());
            }
        }

        assertThat(told).hasSizeBetween(1, CALLERS * COMMANDS - 1);
        Map<StreamId, Map<Integer, Yen>> byVersion = new HashMap<>();
        told.forEach(each -> assertThat(byVersion
                        .computeIfAbsent(each.stream(), stream -> new HashMap<>())
                        .put(each.version(), each.amount()))
                .isNull());
        database.asSystem(() -> {
            byVersion.forEach(this::standsThere);
            return journal;
        });
        assertThat(database.look("select count(*) from journal where amount <> 0 and type <> 'CARRIED'"))
                .containsExactly(Integer.toString(told.size()));
    }

    private void standsThere(StreamId stream, Map<Integer, Yen> answers) {
        List<StoredRow> history = journal.history(stream);
        assertThat(ChainCheck.broken(history)).isEmpty();
        Map<Integer, Yen> stored = new HashMap<>();
        history.stream()
                .filter(row -> !row.amount().equals(Yen.ZERO))
                .forEach(row -> stored.put(row.version(), row.amount()));
        assertThat(stored).isEqualTo(answers);
    }

    private List<Told> call(int caller, int accounts) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + caller);
        List<Told> told = new ArrayList<>();
        for (int command = 1; command <= COMMANDS; command++) {
            MemberNumber member = new MemberNumber(1 + random.nextInt(accounts));
            Yen amount = new Yen((long) caller * COMMANDS + command);
            boolean refused = random.nextInt(REFUSED_OF) == 0;
            try {
                told.add(queue.submit(member, append -> add(append, account(member.value()), amount, refused)));
                assertThat(refused).isFalse();
            } catch (UnsupportedOperationException expected) {
                assertThat(refused).isTrue();
            }
        }
        return told;
    }

    private static Told add(Append append, StreamId stream, Yen amount, boolean refused) {
        append.write(List.of(append.newest(stream)
                .map(newest -> after(newest, amount.amount()))
                .orElseGet(() -> opening(stream, amount.amount()))));
        if (refused) {
            throw new UnsupportedOperationException();
        }
        return new Told(stream, append.newest(stream).orElseThrow().version(), amount);
    }

    private void run(String period) {
        Runs.on(database)
                .request(new RunRequest(UUID.randomUUID(), RunKind.CONTRIBUTION, period, null, "an officer", NOW));
        assertThat(new RunWorker(database, TestRules.adding(0), CLOCK, 2)
                        .work()
                        .orElseThrow()
                        .status())
                .isEqualTo(RunStatus.COMPLETED);
    }
}
