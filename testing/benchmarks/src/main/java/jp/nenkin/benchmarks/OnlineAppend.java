package jp.nenkin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import jp.nenkin.events.Plan;
import jp.nenkin.ledger.journal.AppendQueue;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.NewestRow;
import jp.nenkin.ledger.journal.Standing;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.money.Yen;

/** Single commands through the service's queue, against a row per transaction by as many connections as serve best. */
final class OnlineAppend implements Benchmark {
    private static final int CALLERS = 256;
    private static final int HOT = 10;
    // Fewer are answered by code that is not yet compiled, of both.
    private static final int LONE_WARM_UP = 4_000;
    private static final List<Integer> CONNECTIONS = List.of(8, 16, 32);
    private static final String QUEUE = "append";
    private static final String ROWS = "row-per-transaction";
    private static final String HOT_QUEUE = "ten-hot-accounts";
    private static final String LONE_QUEUE = "lone-p99-ms";
    private static final String LONE_ROWS = "lone-row-p99-ms";
    private static final List<Goal> GOALS = List.of(
            Goal.atMost(LONE_QUEUE, LONE_ROWS, 1.3), Goal.atLeast(HOT_QUEUE, QUEUE, 0.8), Goal.atLeast(QUEUE, ROWS, 5));

    private final int accounts;
    private final int commands;
    private final int lone;
    private final int rounds;
    private final Comparison comparison = new Comparison("per second, p99 in ms", GOALS);

    private OnlineAppend(int accounts, int commands, int lone, int rounds) {
        this.accounts = accounts;
        this.commands = commands;
        this.lone = lone;
        this.rounds = rounds;
    }

    static OnlineAppend sized(boolean quick) {
        return quick ? new OnlineAppend(20_000, 5_120, 500, 5) : new OnlineAppend(200_000, 51_200, 2_000, 6);
    }

    @Override
    public Comparison measure() throws Exception {
        try (BenchDatabase database = BenchDatabase.start();
                BenchTransactions transactions = database.transactions();
                RowPerTransaction reference = new RowPerTransaction(database)) {
            seed(database);
            Journal journal = Journal.on(transactions.source());
            AppendQueue queue = AppendQueue.on(journal, BenchClock.FIXED, transactions, Duration.ofMinutes(1));
            Target appends = stream -> queue.submit(stream.member(), append -> {
                append.write(List.of(next(append.newest(stream).orElseThrow())));
                return stream;
            });
            warmUp(appends, reference);
            int connections = best(reference);
            System.out.println("row-per-transaction by " + connections + " connections");
            for (int round = 1; round <= rounds; round++) {
                round(round, appends, reference, connections);
                check(database);
            }
        }
        return comparison;
    }

    /** Takes one command for an account. */
    interface Target {
        void take(StreamId stream) throws Exception;
    }

    private void warmUp(Target appends, Target reference) throws Exception {
        rate(appends, CALLERS, uniform(0));
        rate(reference, 16, uniform(0));
        long[] alone = Arrays.copyOf(beyond(), LONE_WARM_UP);
        loneTail(appends, alone);
        loneTail(reference, alone);
    }

    private int best(Target reference) throws Exception {
        int best = 0;
        double most = 0;
        for (int connections : CONNECTIONS) {
            double rate = rate(reference, connections, beyond());
            if (rate > most) {
                most = rate;
                best = connections;
            }
        }
        return best;
    }

    private void round(int round, Target appends, Target reference, int connections) throws Exception {
        long[] lonely = uniform(-round);
        long[] alone = Arrays.copyOf(lonely, lone);
        boolean queueFirst = round % 2 == 1;
        if (queueFirst) {
            queue(appends, round, alone);
        }
        comparison.add(ROWS, rate(reference, connections, uniform(round)));
        comparison.add(LONE_ROWS, loneTail(reference, alone));
        if (!queueFirst) {
            queue(appends, round, alone);
        }
    }

    private void queue(Target appends, int round, long[] alone) throws Exception {
        comparison.add(QUEUE, rate(appends, CALLERS, uniform(round)));
        comparison.add(HOT_QUEUE, rate(appends, CALLERS, hot(round)));
        comparison.add(LONE_QUEUE, loneTail(appends, alone));
    }

    /** The members of a round's commands, the same for both. */
    private long[] uniform(int round) {
        return random(round).longs(commands, 1, accounts + 1L).toArray();
    }

    /** Members whose accounts are not compared: the first ones after the others. */
    private long[] hot(int round) {
        return random(round).longs(commands, accounts + 1L, accounts + 1L + HOT).toArray();
    }

    private long[] beyond() {
        return random(0).longs(commands, accounts + 1L, 2L * accounts + 1).toArray();
    }

    private static RandomGenerator random(int seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static double rate(Target target, int callers, long[] members) throws Exception {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                calls.add(threads.submit(() -> {
                    for (int index = first; index < members.length; index += callers) {
                        target.take(account(members[index]));
                    }
                    return first;
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
        return members.length / ((System.nanoTime() - start) / 1e9);
    }

    private static double loneTail(Target target, long[] members) throws Exception {
        long[] nanos = new long[members.length];
        for (int index = 0; index < members.length; index++) {
            long start = System.nanoTime();
            target.take(account(members[index]));
            nanos[index] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[(int) Math.ceil(0.99 * nanos.length) - 1] / 1e6;
    }

    private static StreamId account(long member) {
        return StreamId.of(new AccountId(new MemberNumber(member), Plan.FIRST, 0));
    }

    /** An event as large as a contribution's. */
    static NewRow next(NewestRow newest) {
        long balance = newest.balance().amount() + 3_300;
        String event = """
                {"memberNumber":"%s","plan":"FIRST","ordinal":0,"valueDate":"2024-04-01","month":"2024-04",\
                "baseSalary":300000,"rate":"1.1","amount":3300,"balanceAfter":%d,"filingId":null,\
                "establishmentNumber":"0001000123","basis":"DECLARED"}""".formatted(newest.stream().member(), balance);
        return new NewRow(
                newest.stream(),
                newest.version() + 1,
                "jp.nenkin.ledger.ContributionPosted.v1",
                newest.valueDate(),
                new Yen(3_300),
                new Yen(balance),
                event.getBytes(UTF_8),
                newest.state(),
                Standing.GOES_ON);
    }

    private void seed(BenchDatabase database) throws SQLException {
        database.execute(
                """
                insert into journal_1 (stream, amount, balance, recorded_at, version, segment, value_date, type,
                    hash, state, payload)
                select member * 10000 + 1000, 0, 0, '2024-04-01Z', 1, 1, '2024-04-01',
                    'jp.nenkin.ledger.AccountOpened.v1', sha256(member::text::bytea), repeat('s', 120)::bytea, '{}'
                from generate_series(1::int8, %d) member""".formatted(2 * accounts),
                """
                insert into stream (id, kind, natural_key, open_from)
                select stream, 'ACCOUNT', lpad((stream / 10000)::text, 10, '0') || '/FIRST/0', '2024-04-01'
                from journal_1""",
                "create table reference (like journal including defaults, primary key (stream, version, segment))",
                "insert into reference select * from journal_1",
                "grant select, insert on reference to ledger_app",
                "vacuum analyze journal_1, stream, reference",
                "checkpoint");
    }

    /** The same commands have led both to the same versions and balances, and no version is missing. */
    private void check(BenchDatabase database) throws SQLException {
        String expected = outcome(database, "reference");
        String found = outcome(database, "journal");
        if (!found.equals(expected)) {
            throw new IllegalStateException("results differ: " + found + " instead of " + expected);
        }
        String gaps = database.value("select count(*) from (select stream from journal group by stream"
                + " having count(*) <> max(version) or sum(amount) <> max(balance)) gap");
        if (!gaps.equals("0")) {
            throw new IllegalStateException(gaps + " accounts with gaps");
        }
    }

    private String outcome(BenchDatabase database, String table) throws SQLException {
        return database.value(("select count(*) || ' rows, ' || sum(hash_record_extended((stream, version, balance), 0)"
                        + "::numeric) from %s where stream < %d")
                .formatted(table, (accounts + 1L) * 10_000));
    }
}
