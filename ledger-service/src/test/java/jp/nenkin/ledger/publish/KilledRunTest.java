package jp.nenkin.ledger.publish;

import static java.util.stream.Collectors.toMap;
import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import jp.nenkin.events.RunKind;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.publish.InstanceProcess.Start;
import jp.nenkin.ledger.publish.KillPoint.Step;
import jp.nenkin.ledger.publish.KilledFund.Command;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.RunTotals;
import jp.nenkin.ledger.run.Runs;
import jp.nenkin.ledger.run.Workers;
import jp.nenkin.ledger.seal.Hash;
import jp.nenkin.ledger.seal.Seals;
import jp.nenkin.ledger.seal.Verifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Instances killed at ten points, every step of a run among them, half of them alone and half beside another one, while
 * callers append: the runs end as undisturbed ones do, and whatever a caller was answered stands there once.
 */
class KilledRunTest {
    private static final long SEED = Long.getLong("seed", 20_240_501);
    private static final boolean LONG = System.getProperty("long") != null;
    private static final int ROUNDS = 5;
    private static final int HALF = 5;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final YearMonth FIRST = YearMonth.of(2024, 4);

    private static LedgerDatabase database;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path logs;

    private final Map<String, Map<Command, String>> answers = new ConcurrentHashMap<>();
    private final List<InstanceProcess> started = new ArrayList<>();
    private final List<UUID> requested = new ArrayList<>();
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
    void accounts() {
        database.migrate();
        database.migrateKit();
        KilledFund.open(database);
        runs = Runs.on(database);
    }

    @AfterEach
    void end() throws InterruptedException {
        for (InstanceProcess instance : started) {
            instance.kill();
        }
    }

    @Test
    void runs_whose_only_instance_is_killed_end_as_undisturbed_ones() throws Exception {
        for (KillPoint point : points(0)) {
            comeTo(point, start("only", point)).kill();
        }
        InstanceProcess last = start("only", KillPoint.NEVER);
        complete(request());

        assertThat(last.leave()).isTrue();
        assertAsUndisturbed();
    }

    @Test
    void of_two_instances_the_other_one_ends_the_run() throws Exception {
        InstanceProcess other = start("other", KillPoint.NEVER);
        for (KillPoint point : points(1)) {
            InstanceProcess victim = comeTo(point, start("victim", point));
            UUID run = requested.getLast();
            victim.kill();
            complete(run);
        }
        InstanceProcess last = start("victim", KillPoint.NEVER);
        complete(request());

        assertThat(last.leave()).isTrue();
        assertThat(other.leave()).isTrue();
        assertAsUndisturbed();
    }

    /** Five of ten points, or each step five times, in an order and at a time that the seed draws. */
    private static List<KillPoint> points(int half) {
        Random random = new Random(SEED);
        List<Step> steps = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Step> shuffled = new ArrayList<>(Step.drawn());
            Collections.shuffle(shuffled, random);
            steps.addAll(shuffled);
        }
        List<KillPoint> points = (LONG ? steps : steps.subList(HALF * half, HALF * (half + 1)))
                .stream().map(step -> KillPoint.of(step, random)).toList();
        System.out.println("-Dseed=" + SEED + " kills at " + points);
        return points;
    }

    private InstanceProcess start(String name, KillPoint point) throws IOException {
        Map<Command, String> told = answers.computeIfAbsent(name, instance -> new ConcurrentHashMap<>());
        List<Integer> answered = IntStream.range(0, RunInstance.CALLERS)
                .mapToObj(caller -> (int) told.keySet().stream()
                        .filter(command -> command.caller() == caller)
                        .count())
                .toList();
        InstanceProcess process = InstanceProcess.start(
                new Start(name, point, answered, logs.resolve(name + ".log")), database, told::put);
        started.add(process);
        return process;
    }

    /** Has one run follow the other until the instance has come to where it shall be killed. */
    private InstanceProcess comeTo(KillPoint point, InstanceProcess instance) {
        await(point.text())
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(10))
                .failFast("the instance has ended by itself", () -> !instance.isAlive())
                .until(() -> {
                    // Not before it is up: another instance would end one run after the other meanwhile.
                    if (instance.isUp() && (requested.isEmpty() || isEnded(requested.getLast()))) {
                        request();
                    }
                    return instance.isAtKillPoint();
                });
        return instance;
    }

    private boolean isEnded(UUID run) {
        return found(run).status() != RunStatus.OPEN;
    }

    private Run found(UUID run) {
        return runs.find(run).orElseThrow();
    }

    /** The next month's run, or the open one. */
    private UUID request() {
        Optional<UUID> open = requested.isEmpty() || isEnded(requested.getLast())
                ? Optional.empty()
                : Optional.of(requested.getLast());
        return open.orElseGet(() -> {
            UUID id = UUID.randomUUID();
            String period = FIRST.plusMonths(requested.size()).toString();
            requested.add(id);
            assertThat(runs.request(new RunRequest(id, RunKind.CONTRIBUTION, period, null, "an officer", NOW)))
                    .isNotNull();
            return id;
        });
    }

    private void complete(UUID run) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(10)).until(() -> isEnded(run));
        assertThat(found(run).status()).isEqualTo(RunStatus.COMPLETED);
    }

    private void assertAsUndisturbed() {
        assertNothingLost();
        assertVerified();
        Wire wire = new Wire(database).follow(new AtomicBoolean(true));
        assertThat(wire.faults()).isEmpty();
        assertThat(wire.events())
                .isEqualTo(number("select count(*) from journal where type <> 'CARRIED'" + " and stream > 0"));
        List<RunTotals> totals =
                requested.stream().map(run -> found(run).totals()).toList();
        Map<Long, String> made = made();
        System.out.printf(
                "%d runs, %d appends, %d members repaired%n",
                totals.size(), answered(), number("select coalesce(sum(members), 0) from run_repair"));

        accounts();
        requested.clear();
        totals.forEach(run -> {
            UUID id = request();
            assertThat(Workers.ofChunks(KilledFund.CHUNK, database, KilledFund.rules(() -> {}), CLOCK)
                            .work())
                    .isPresent();
            complete(id);
        });
        assertThat(requested.stream().map(run -> found(run).totals()).toList()).isEqualTo(totals);
        assertThat(made()).isEqualTo(made);
    }

    /** What a caller was told stands there once, and nothing else; also what was committed and told to nobody. */
    private void assertNothingLost() {
        Map<String, Long> rows = lines("select stream || ' ' || version || ' ' || amount as line, count(*) as times"
                + " from journal where " + KilledFund.added() + " group by line");
        List<String> told = answers.values().stream()
                .flatMap(each -> each.entrySet().stream())
                .map(each -> each.getKey().member().value() * 10_000
                        + 1_000
                        + " "
                        + each.getValue().replaceAll("\\D", "")
                        + " "
                        + each.getKey().amount())
                .toList();
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(told);
        assertThat(rows.values()).containsOnly(1L);
        assertThat(number("select count(*) from idempotency_record")).isEqualTo(told.size());
        assertThat(database.look("select relname from pg_class where relname ~ '^journal_[0-9]+$' and relkind = 'r'"
                        + " and not relispartition"))
                .isEmpty();
    }

    private static void assertVerified() {
        int seals = new Seals(database, CLOCK).sealDue();
        SortedMap<Long, Hash> published = new TreeMap<>();
        database.look("select number || ' ' || encode(hash, 'hex') from seal")
                .forEach(line -> published.put(Long.parseLong(line.split(" ", 2)[0]), new Hash(line.split(" ", 2)[1])));
        Verifier.Report report = new Verifier(database).verify(published, (done, of) -> {});
        assertThat(seals).isPositive();
        assertThat(report.count()).as("%s", report.findings()).isZero();
        assertThat(report.events()).isEqualTo(number("select count(*) from journal where type <> 'CARRIED'"));
    }

    /** What runs have made of each stream, without what callers have added. */
    private static Map<Long, String> made() {
        return database
                .look("select stream || ' ' || count(*) || ' ' || sum(amount) from journal where type <> 'CARRIED'"
                        + " and stream > 0 and not " + KilledFund.added() + " group by stream")
                .stream()
                .map(line -> line.split(" ", 2))
                .collect(toMap(line -> Long.parseLong(line[0]), line -> line[1]));
    }

    private long answered() {
        return answers.values().stream().mapToLong(Map::size).sum();
    }

    private static Map<String, Long> lines(String sql) {
        return database.look("select line || ':' || times from (" + sql + ") as counted").stream()
                .map(line -> line.split(":", 2))
                .collect(toMap(line -> line[0], line -> Long.parseLong(line[1])));
    }

    private static long number(String sql) {
        return Long.parseLong(database.look(sql).getFirst());
    }
}
