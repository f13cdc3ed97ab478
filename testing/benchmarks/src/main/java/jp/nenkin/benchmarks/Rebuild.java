package jp.nenkin.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jp.nenkin.ledger.account.AccountEventCodec;
import jp.nenkin.ledger.account.AccountEvolution;
import jp.nenkin.ledger.account.AccountState;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.run.CopyReader;
import org.jspecify.annotations.Nullable;

/**
 * All balances made again from all events, each read from its JSON and followed by the service's own rules, against
 * bringing the same events to this process and leaving them unread.
 */
final class Rebuild implements Benchmark {
    private static final String NAME = "rebuild";
    private static final String COPY = "copy";
    private static final List<Goal> GOALS = List.of(Goal.atMost(NAME, COPY, 4));
    private static final String SELECT = "select stream, version, type, balance, payload from journal_1 where ";
    private static final int FIELDS = 5;
    private static final int PARTS = 8;
    // An opening, a take-over and the contributions from April to January.
    private static final int EVENTS = 12;
    private static final int WARM_UPS = 2;

    private final int accounts;
    private final int rounds;
    private final Comparison comparison = new Comparison("seconds", GOALS);

    private Rebuild(int accounts, int rounds) {
        this.accounts = accounts;
        this.rounds = rounds;
    }

    static Rebuild sized(boolean quick) {
        return quick ? new Rebuild(40_000, 5) : new Rebuild(250_000, 6);
    }

    @Override
    public Comparison measure() throws SQLException, IOException {
        try (BenchDatabase database = BenchDatabase.start()) {
            Balances expected = seed(database);
            long bytes = bytes(database);
            try (ParallelCopies inOrder = ParallelCopies.ofService(database, inOrder());
                    ParallelCopies asTheyLie = ParallelCopies.bare(database, asTheyLie(database))) {
                for (int warmUp = 1; warmUp <= WARM_UPS; warmUp++) {
                    Duration _ = rebuild(inOrder, expected);
                    Duration _ = copy(asTheyLie, bytes);
                }
                for (int round = 1; round <= rounds; round++) {
                    boolean rebuildFirst = round % 2 == 1;
                    if (rebuildFirst) {
                        comparison.add(NAME, rebuild(inOrder, expected));
                    }
                    comparison.add(COPY, copy(asTheyLie, bytes));
                    if (!rebuildFirst) {
                        comparison.add(NAME, rebuild(inOrder, expected));
                    }
                }
            }
            System.out.println(expected);
        }
        return comparison;
    }

    /** What the events of some accounts lead to. */
    private record Balances(long accounts, long events, long sum) {
        Balances plus(Balances other) {
            return new Balances(accounts + other.accounts, events + other.events, sum + other.sum);
        }
    }

    private Balances seed(BenchDatabase database) throws SQLException, IOException {
        try (Connection connection = database.superuser()) {
            new SeededAccounts(SeededAccounts.YEAR.lastMonth().minusMonths(2)).writeLives(connection, accounts);
        }
        database.execute("vacuum analyze journal_1", "checkpoint");
        long events = Long.parseLong(database.value("select count(*) from journal_1"));
        String newest = "select coalesce(sum(balance), 0) from journal_1 where version = " + EVENTS;
        Balances expected = new Balances(accounts, events, Long.parseLong(database.value(newest)));
        if (events != (long) EVENTS * accounts) {
            throw new IllegalStateException("there are not " + EVENTS + " events of each account: " + expected);
        }
        return expected;
    }

    /** The members in parts, each account's events in their order. */
    private List<String> inOrder() {
        return IntStream.range(0, PARTS)
                .mapToObj(part -> SELECT
                        + "stream > %d and stream <= %d order by stream, version".formatted(end(part), end(part + 1)))
                .toList();
    }

    /** The last stream of a part. */
    private long end(int part) {
        return (long) accounts * part / PARTS * 10_000 + 9_999;
    }

    /** The table's blocks in parts, by no index and in no order. */
    private static List<String> asTheyLie(BenchDatabase database) throws SQLException {
        long blocks = Long.parseLong(database.value("select pg_relation_size('journal_1') / 8192"));
        return IntStream.range(0, PARTS)
                .mapToObj(part -> SELECT
                        + "ctid >= '(%d,0)' and ctid < '(%d,0)'"
                                .formatted(blocks * part / PARTS, blocks * (part + 1) / PARTS))
                .toList();
    }

    /** How long the copies are: a header and a trailer for each, the number of fields and their lengths for a row. */
    private static long bytes(BenchDatabase database) throws SQLException {
        return Long.parseLong(database.value("""
                select %d * (19 + 2) + sum(2 + 5 * 4 + 8 + 4 + octet_length(type) + 8 + octet_length(payload))
                from journal_1""".formatted(PARTS)));
    }

    private static Duration rebuild(ParallelCopies copies, Balances expected) {
        long start = System.nanoTime();
        Balances found =
                copies.read(Rebuild::balances).stream().reduce(Balances::plus).orElseThrow();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (!found.equals(expected)) {
            throw new IllegalStateException("balances differ: " + found + " instead of " + expected);
        }
        return time;
    }

    private static Duration copy(ParallelCopies copies, long expected) {
        long start = System.nanoTime();
        long found =
                copies.read(Rebuild::length).stream().mapToLong(Long::longValue).sum();
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        if (found != expected) {
            throw new IllegalStateException(found + " bytes were copied instead of " + expected);
        }
        return time;
    }

    /** Follows account after account; throws where a balance is not the one that stands on the row. */
    private static Balances balances(Supplier<byte @Nullable []> blocks) {
        CopyReader rows = new CopyReader(blocks, FIELDS);
        AccountState state = null;
        long accounts = 0;
        long events = 0;
        long sum = 0;
        while (rows.next()) {
            StreamId stream = new StreamId(rows.readLong());
            boolean first = rows.readInt() == 1;
            String type = new String(rows.readBytes(), US_ASCII);
            long balance = rows.readLong();
            if (first || state == null) {
                sum += state == null ? 0 : state.balance().amount();
                state = new AccountState.Unopened(stream.account());
                accounts++;
            }
            state = AccountEvolution.evolve(state, AccountEventCodec.read(type, rows.readBytes()));
            events++;
            if (state.balance().amount() != balance) {
                throw new IllegalStateException("stream " + stream.value() + " holds " + balance + ", not " + state);
            }
        }
        return new Balances(
                accounts, events, sum + (state == null ? 0 : state.balance().amount()));
    }

    private static long length(Supplier<byte @Nullable []> blocks) {
        long length = 0;
        for (byte[] block = blocks.get(); block != null; block = blocks.get()) {
            length += block.length;
        }
        return length;
    }
}
