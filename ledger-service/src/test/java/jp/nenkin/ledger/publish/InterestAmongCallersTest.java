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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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
import jp.nenkin.events.EventType;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.KeyedQueue;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Rows;
import jp.nenkin.ledger.journal.ServiceConnections;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunRules;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;
import jp.nenkin.ledger.run.TestRules;
import jp.nenkin.ledger.run.Workers;
import jp.nenkin.ledger.seal.Verifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Interest runs of two instances over many accounts while 256 callers append under keys: interest here is a share of
 * the very balance that it follows, so that a draft made before an append and not repaired after it shows.
 */
class InterestAmongCallersTest {
    private static final long SEED = Long.getLong("seed", 20_240_501);
    private static final boolean LONG = System.getProperty("long") != null;
    private static final int MANY = LONG ? 500_000 : 20_000;
    private static final int FEW = 2_000;
    private static final int RUNS = LONG ? 4 : 2;
    private static final int CHUNKS = 20;
    private static final int CALLERS = 256;
    private static final int OPENED_AT_ONCE = 5_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final int READS_ONE_OF = 16;
    private static final String CREDITED = EventType.INTEREST_CREDITED.writtenName();
    private static final String EVENTS = " from journal where type <> 'CARRIED' and stream > 0";

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private LedgerDatabase database;
    private ServiceConnections service;
    private Journal journal;
    private KeyedQueue queue;

    /** What a caller was answered under a key. */
    private record Told(String caller, int key, long member, String answer) {
        String version() {
            return answer.replaceAll("\\D", "");
        }

        String row() {
            return account(member).value() + " " + version() + " " + key;
        }

        String record() {
            return caller + " " + key + " " + answer;
        }
    }

    /** How an instance's worker is made. */
    private interface Instance {
        RunWorker worker(long chunk, DataSource source, RunRules rules, Clock clock);
    }

    @BeforeEach
    void start() {
        database = LedgerDatabase.start();
        database.migrateKit();
        service = new ServiceConnections(database.jdbcUrl(), database.password());
        journal = Journal.on(service);
        queue = KeyedQueue.on(service, CLOCK);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void nothing_is_lost_and_each_interest_follows_the_balance_it_is_of() throws Exception {
        live(MANY, Workers::ofChunks);

        assertThat(faults).isEmpty();
        assertThat(number("select sum(members) from run_repair")).isPositive();
    }

    @Test
    void without_the_repair_the_same_life_shows_faults() throws Exception {
        live(FEW, Workers::withoutRepair);

        assertThat(faults).isNotEmpty();
    }

    private void live(int accounts, Instance instance) throws Exception {
        open(accounts);
        AtomicBoolean appended = new AtomicBoolean();
        Wire wire = new Wire(service);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> relay = threads.submit(() -> wire.follow(appended));
            List<Future<?>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                callers.add(threads.submit(() -> call(number, accounts)));
            }
            for (int run = 0; run < RUNS; run++) {
                run(2023 + run, accounts, instance);
            }
            ended.set(true);
            for (Future<?> caller : callers) {
                caller.get();
            }
            appended.set(true);
            relay.get();
        }
        System.out.printf(
                "-Dseed=%d: %d accounts, %d runs, %d appends, %s repaired, %d events on the wire%n",
                SEED,
                accounts,
                RUNS,
                told.size(),
                database.look("select sum(members) from run_repair").getFirst(),
                wire.events());
        faults.addAll(wire.faults());
        check(wire.events(), number("select count(*)" + EVENTS), "events on the wire");
        checkAnswers();
        checkRows(accounts);
    }

    private void open(int accounts) {
        for (long first = 1; first <= accounts; first += OPENED_AT_ONCE) {
            List<MemberNumber> members = LongStream.range(first, Math.min(first + OPENED_AT_ONCE, accounts + 1L))
                    .mapToObj(MemberNumber::new)
                    .toList();
            int _ = service.asSystem(() -> {
                journal.begin(members, CLOCK)
                        .write(members.stream()
                                .map(member -> opening(account(member.value()), 100_000 + member.value()))
                                .toList());
                return members.size();
            });
        }
        database.asSuperuser("analyze journal_1");
    }

    private void call(int caller, int accounts) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + caller);
        String name = "caller-" + caller;
        for (int command = 1; !ended.get(); command++) {
            long member = 1 + random.nextLong(accounts);
            try {
                // The amount is the key, so that a row tells whose it is.
                String answer = queue.add(name, Integer.toString(command), new MemberNumber(member), command);
                Told answered = new Told(name, command, member, answer);
                told.add(answered);
                if (command % READS_ONE_OF == 0) {
                    read(answered);
                }
            } catch (RuntimeException fault) {
                faults.add(fault.toString());
            }
        }
    }

    /** Whoever was answered sees at least that, whatever a run does meanwhile. */
    private void read(Told answered) {
        int version = service.asSystem(
                () -> journal.newest(account(answered.member())).orElseThrow().version());
        if (version < Integer.parseInt(answered.version())) {
            faults.add("a reader went back to " + version + " of " + answered);
        }
    }

    private void run(int year, int accounts, Instance instance) throws Exception {
        UUID id = UUID.randomUUID();
        Runs runs = Runs.on(service);
        assertThat(runs.request(new RunRequest(id, RunKind.INTEREST, Integer.toString(year), null, "an officer", NOW)))
                .isNotNull();
        RunRules rules = TestRules.of((member, newest) ->
                newest.stream().map(InterestAmongCallersTest::interest).toList());
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int number = 0; number < 2; number++) {
                RunWorker worker = instance.worker(accounts / CHUNKS, service, rules, CLOCK);
                threads.execute(() -> {
                    while (runs.find(id).map(Run::status).equals(Optional.of(RunStatus.OPEN))) {
                        if (worker.work().isEmpty()) {
                            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                        }
                    }
                });
            }
        }
        assertThat(runs.find(id).map(Run::status)).contains(RunStatus.COMPLETED);
    }

    private static NewRow interest(NewestRow newest) {
        NewRow row = after(newest, Math.ceilDiv(newest.balance().amount() * 37, 1_000));
        return new NewRow(
                row.stream(),
                row.version(),
                CREDITED,
                row.valueDate(),
                row.amount(),
                row.balance(),
                row.payload(),
                row.state(),
                Standing.GOES_ON);
    }

    /** Each answer's row and record stand there once, and no other. */
    private void checkAnswers() {
        Set<String> rows = new HashSet<>(database.look("select stream || ' ' || version || ' ' || amount" + EVENTS
                + " and type = '" + Rows.POSTED + "' and version > 1"));
        check(rows.equals(new HashSet<>(told.stream().map(Told::row).toList())) ? 0 : 1, 0, "rows not as answered");
        check(
                number("select count(*)" + EVENTS + " and type = '" + Rows.POSTED + "' and version > 1"),
                told.size(),
                "rows of callers");
        Set<String> records =
                new HashSet<>(database.look("select caller || ' ' || key || ' ' || body from idempotency_record"));
        check(
                records.equals(new HashSet<>(told.stream().map(Told::record).toList())) ? 0 : 1,
                0,
                "keys not as answered");
    }

    private void checkRows(int accounts) {
        check(
                number("select count(*) from (select stream" + EVENTS + " group by stream"
                        + " having min(version) <> 1 or max(version) <> count(*)) as gaps"),
                0,
                "streams with a gap");
        check(
                number("select count(*) from (select balance, sum(amount) over rising as total" + EVENTS
                        + " window rising as (partition by stream order by version)) as sums where balance <> total"),
                0,
                "balances that are not the sum");
        check(
                number("select count(*) from (select type, amount, lag(balance) over rising as before" + EVENTS
                        + " window rising as (partition by stream order by version)) as credits"
                        + " where type = '" + CREDITED + "' and amount <> (before * 37 + 999) / 1000"),
                0,
                "interests of another balance");
        check(
                number("select count(*)" + EVENTS + " and type = '" + CREDITED + "'"),
                (long) accounts * RUNS,
                "interests");
        check(
                number("select count(*) from run join segment on segment.run = run.id where run.amount <>"
                        + " (select sum(amount) from journal"
                        + " where journal.segment = segment.id and type <> 'CARRIED')"),
                0,
                "runs whose totals are not those of their rows");
        Verifier.Report report = new Verifier(database).verify(new TreeMap<>(), (done, of) -> {});
        check(report.count(), 0, "findings " + report.findings());
    }

    private void check(long found, long expected, String what) {
        if (found != expected) {
            faults.add(what + ": " + found + " instead of " + expected);
        }
    }

    private long number(String sql) {
        return Long.parseLong(database.look(sql).getFirst());
    }
}
