package jp.nenkin.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.nenkin.keycloak.Tokens;
import jp.nenkin.local.Program;

/**
 * Reading balances over HTTPS with an officer's token, against prepared point selects of the same balances by as many
 * connections to the same database.
 */
final class BalanceRead implements Benchmark {
    private static final String GET = "balance";
    private static final String SELECT = "point-select";
    private static final List<Goal> GOALS = List.of(Goal.atLeast(GET, SELECT, 0.35));
    private static final int CONNECTIONS = 16;
    private static final Pattern BALANCE = Pattern.compile("\"balance\":(\\d+)");

    private final int accounts;
    private final int reads;
    private final int rounds;
    private final Comparison comparison = new Comparison("per second", GOALS);

    private BalanceRead(int accounts, int reads, int rounds) {
        this.accounts = accounts;
        this.reads = reads;
        this.rounds = rounds;
    }

    static BalanceRead sized(boolean quick) {
        return quick ? new BalanceRead(20_000, 4_000, 5) : new BalanceRead(200_000, 60_000, 6);
    }

    @Override
    public Comparison measure() throws Exception {
        try (BenchSystem system = BenchSystem.start()) {
            seed(system.database());
            Tokens tokens = system.running().tokens();
            // A token lasts for a few minutes, and so for a round.
            Reader gets = () -> new HttpBalances(system, tokens.officerA());
            Reader selects = () -> new SelectedBalances(system.database());
            // The first ones are read by code that is not yet compiled.
            for (int warmUp = -2; warmUp < 0; warmUp++) {
                rate(gets, warmUp);
            }
            rate(selects, -1);
            for (int round = 1; round <= rounds; round++) {
                round(round, gets, selects);
            }
        }
        return comparison;
    }

    private void round(int round, Reader gets, Reader selects) throws Exception {
        boolean getsFirst = round % 2 == 1;
        Read first = rate(getsFirst ? gets : selects, round);
        Read second = rate(getsFirst ? selects : gets, round);
        if (first.sum() != second.sum()) {
            throw new IllegalStateException("balances differ: " + first.sum() + " and " + second.sum());
        }
        comparison.add(GET, (getsFirst ? first : second).perSecond());
        comparison.add(SELECT, (getsFirst ? second : first).perSecond());
    }

    private void seed(BenchDatabase database) throws SQLException, IOException {
        try (Connection connection = database.superuser()) {
            new SeededAccounts(SeededAccounts.YEAR.lastMonth()).writeNewest(connection, accounts);
        }
        database.execute("""
                insert into stream (id, kind, natural_key, open_from)
                select stream, 'ACCOUNT', lpad((stream / 10000)::text, 10, '0') || '/FIRST/0', value_date
                from journal_1""", "vacuum analyze journal_1, stream", "checkpoint");
    }

    /** Balances read, and how fast. */
    private record Read(long sum, double perSecond) {}

    /** Opens one connection after the other. */
    private interface Reader {
        Balances open() throws Exception;
    }

    /** One connection to read balances by. */
    private interface Balances extends AutoCloseable {
        long of(long member) throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    private Read rate(Reader reader, int round) throws Exception {
        long[] members = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(round)
                .longs(reads, 1, accounts + 1L)
                .toArray();
        List<Balances> connections = new ArrayList<>();
        try {
            for (int connection = 0; connection < CONNECTIONS; connection++) {
                connections.add(reader.open());
            }
            return read(connections, members);
        } finally {
            for (Balances connection : connections) {
                connection.close();
            }
        }
    }

    private static Read read(List<Balances> connections, long[] members) throws Exception {
        long start = System.nanoTime();
        long sum = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(connections.size())) {
            List<Future<Long>> sums = new ArrayList<>();
            for (int number = 0; number < connections.size(); number++) {
                int first = number;
                sums.add(threads.submit(() -> {
                    long part = 0;
                    for (int index = first; index < members.length; index += connections.size()) {
                        part += connections.get(first).of(members[index]);
                    }
                    return part;
                }));
            }
            for (Future<Long> part : sums) {
                sum += part.get();
            }
        }
        return new Read(sum, members.length / ((System.nanoTime() - start) / 1e9));
    }

    /** As an officer's program reads them. */
    private static final class HttpBalances implements Balances {
        private final KeptConnection connection;

        HttpBalances(BenchSystem system, String token) throws IOException {
            URI url = system.running().url(Program.LEDGER);
            this.connection =
                    new KeptConnection(system.running().folder().certificates().sslContext(), url, token);
        }

        @Override
        public long of(long member) throws IOException {
            Matcher balance = BALANCE.matcher(connection.get("/members/%010d/accounts".formatted(member)));
            if (!balance.find()) {
                throw new IllegalStateException("no balance of member " + member);
            }
            return Long.parseLong(balance.group(1));
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    /** As any client of the database reads them. */
    private static final class SelectedBalances implements Balances {
        private final Connection connection;
        private final PreparedStatement select;

        SelectedBalances(BenchDatabase database) throws SQLException {
            this.connection = database.superuser();
            this.select = connection.prepareStatement(
                    "select balance from journal_1 where stream = ? order by version desc limit 1");
        }

        @Override
        public long of(long member) throws SQLException {
            select.setLong(1, member * 10_000 + 1_000);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
