package jp.nenkin.ledger.publish;

import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.NOW;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import jp.nenkin.events.RunKind;
import jp.nenkin.kit.RelaySource;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.ChainCheck;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunRules;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;
import jp.nenkin.ledger.run.TestRules;
import jp.nenkin.ledger.run.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of two instances among appends, readers and the relay; and that their repair is what keeps them right. */
class RunsAmongCommandsTest {
    private static final int MEMBERS = 2_000;
    private static final int LATE_MEMBERS = 500;
    private static final int APPENDERS = 3;
    private static final int READERS = 2;
    private static final int RUNS = 4;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<Long> closed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ended = new AtomicBoolean();
    private LedgerDatabase database;
    private Journal journal;

    /** How an instance's worker is made. */
    private interface Instance {
        RunWorker worker(DataSource source, RunRules rules, Clock clock);
    }

    @BeforeEach
    void members() {
        database = LedgerDatabase.start();
        journal = Journal.on(database);
        List<Long> members = LongStream.rangeClosed(1, MEMBERS).boxed().toList();
        database.asSystem(() -> {
            Append append =
                    journal.begin(members.stream().map(MemberNumber::new).toList(), CLOCK);
            append.write(members.stream()
                    .map(member -> opening(account(member), 100))
                    .toList());
            return null;
        });
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void runs_of_two_instances_among_appends_leave_nothing_wrong() throws Exception {
        live(Workers::ofSmallChunks);

        assertThat(faults).isEmpty();
        assertThat(database.look("select sum(members) > 0 from run_repair")).containsExactly("t");
    }

    @Test
    void without_the_repair_the_same_life_shows_faults() throws Exception {
        live(Workers::withoutRepair);

        assertThat(faults).isNotEmpty();
    }

    private void live(Instance instance) throws Exception {
        AtomicBoolean appended = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(APPENDERS + READERS + 3)) {
            List<Future<?>> lives = new ArrayList<>();
            for (int seed = 1; seed <= APPENDERS; seed++) {
                RandomGenerator random = random(seed);
                lives.add(threads.submit(() -> noting(() -> append(random))));
            }
            for (int seed = 1; seed <= READERS; seed++) {
                RandomGenerator random = random(100 + seed);
                Map<Long, Integer> seen = new HashMap<>();
                lives.add(threads.submit(() -> noting(() -> read(random, seen))));
            }
            Future<?> relay = threads.submit(() -> relayUntil(appended));
            for (int month = 1; month <= RUNS; month++) {
                run("2024-0" + month, instance, threads);
            }
            ended.set(true);
            for (Future<?> life : lives) {
                life.get();
            }
            appended.set(true);
            relay.get();
        }
        database.asSystem(() -> {
            LongStream.rangeClosed(1, MEMBERS + LATE_MEMBERS).forEach(this::check);
            return null;
        });
    }

    private void run(String period, Instance instance, ExecutorService threads) throws Exception {
        UUID id = UUID.randomUUID();
        Runs runs = Runs.on(database);
        runs.request(new RunRequest(id, RunKind.CONTRIBUTION, period, null, "an officer", NOW));
        List<Future<?>> workers = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            RunWorker worker = instance.worker(database, TestRules.adding(11), CLOCK);
            workers.add(threads.submit(() -> {
                while (runs.find(id).map(Run::status).equals(Optional.of(RunStatus.OPEN))) {
                    worker.work();
                }
            }));
        }
        for (Future<?> worker : workers) {
            worker.get();
        }
        Run run = runs.find(id).orElseThrow();
        if (run.status() != RunStatus.COMPLETED) {
            faults.add("run " + run);
        }
    }

    private void noting(Callable<?> step) {
        while (!ended.get()) {
            try {
                step.call();
            } catch (Exception fault) {
                faults.add(fault.toString());
            }
        }
    }

    private boolean append(RandomGenerator random) {
        List<MemberNumber> members = random.longs(3, 1, MEMBERS + LATE_MEMBERS + 1)
                .distinct()
                .mapToObj(MemberNumber::new)
                .toList();
        boolean closing = random.nextInt(10) == 0;
        return database.asSystem(() -> {
            Append append = journal.begin(members, CLOCK);
            append.write(members.stream()
                    .map(member -> next(append, member, closing))
                    .toList());
            return true;
        });
    }

    /** Under the member's lock, so that what is closed is known. */
    private NewRow next(Append append, MemberNumber member, boolean closing) {
        Optional<NewestRow> newest = append.newest(account(member.value()));
        if (newest.isEmpty()) {
            return opening(account(member.value()), 100);
        }
        if (closed.remove(member.value())) {
            return after(newest.get(), 7, Standing.REOPENS);
        }
        if (closing) {
            closed.add(member.value());
            return after(newest.get(), 7, Standing.CLOSES);
        }
        return after(newest.get(), 7);
    }

    private boolean read(RandomGenerator random, Map<Long, Integer> seen) {
        long member = random.nextLong(1, 300);
        int version = database.asSystem(
                () -> journal.newest(account(member)).map(NewestRow::version).orElse(0));
        int before = seen.getOrDefault(member, 0);
        if (version < before) {
            faults.add("a reader of " + member + " went back from " + before + " to " + version);
        }
        seen.put(member, version);
        return true;
    }

    private void relayUntil(AtomicBoolean appended) {
        JournalRelaySource source = new JournalRelaySource(new Database(database));
        Map<String, Integer> versions = new HashMap<>();
        String position = "";
        while (true) {
            boolean last = appended.get();
            String from = position;
            Optional<RelaySource.Slice> slice = database.asSystem(() -> source.next(from));
            if (slice.isEmpty() && last) {
                return;
            }
            if (slice.isEmpty()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            position = slice.map(RelaySource.Slice::position).orElse(from);
            slice.ifPresent(sent ->
                    sent.records().forEach(record -> publish(record.headers().getOrDefault("ce_id", ""), versions)));
        }
    }

    private void publish(String id, Map<String, Integer> versions) {
        String[] parts = id.split(":", -1);
        if (parts.length != 2) {
            return;
        }
        int version = Integer.parseInt(parts[1]);
        int before = versions.getOrDefault(parts[0], 0);
        if (version != before + 1) {
            faults.add("stream " + parts[0] + " was told " + version + " after " + before);
        }
        versions.put(parts[0], version);
    }

    private void check(long member) {
        StreamId stream = account(member);
        List<StoredRow> history = journal.history(stream);
        faults.addAll(ChainCheck.broken(history));
        Optional<NewestRow> newest = journal.newest(stream);
        if (!history.isEmpty()
                && newest.map(NewestRow::balance)
                        .filter(history.getLast().balance()::equals)
                        .isEmpty()) {
            faults.add("the newest row of " + member + " is not the last");
        }
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
