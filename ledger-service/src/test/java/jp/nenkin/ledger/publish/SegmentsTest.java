package jp.nenkin.ledger.publish;

import static jp.nenkin.ledger.journal.Rows.CLOCK;
import static jp.nenkin.ledger.journal.Rows.NOW;
import static jp.nenkin.ledger.journal.Rows.account;
import static jp.nenkin.ledger.journal.Rows.after;
import static jp.nenkin.ledger.journal.Rows.opening;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import jp.nenkin.events.RunKind;
import jp.nenkin.kit.Outgoing;
import jp.nenkin.kit.RelaySource;
import jp.nenkin.ledger.journal.Append;
import jp.nenkin.ledger.journal.ChainCheck;
import jp.nenkin.ledger.journal.Database;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.LedgerDatabase;
import jp.nenkin.ledger.journal.NewRow;
import jp.nenkin.ledger.journal.StoredRow;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.run.Run;
import jp.nenkin.ledger.run.RunRequest;
import jp.nenkin.ledger.run.RunStatus;
import jp.nenkin.ledger.run.RunWorker;
import jp.nenkin.ledger.run.Runs;
import jp.nenkin.ledger.run.TestRules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs, appends and the relay at once: nothing is lost, doubled or out of order. */
class SegmentsTest {
    private static final int MEMBERS = 300;
    private static final int APPENDERS = 4;
    private static final int RUNS = 5;

    private LedgerDatabase database;
    private Journal journal;

    @BeforeEach
    void start() {
        database = LedgerDatabase.start();
        journal = Journal.on(database);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void five_runs_among_concurrent_appends_leave_whole_chains_and_one_order() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean appended = new AtomicBoolean();
        List<Outgoing> published = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(APPENDERS + 1)) {
            List<Future<?>> appends = new ArrayList<>();
            for (int seed = 1; seed <= APPENDERS; seed++) {
                long of = seed;
                appends.add(threads.submit(() -> appendUntil(ended, of)));
            }
            Future<?> relay = threads.submit(() -> published.addAll(relayUntil(appended)));
            try {
                for (int run = 1; run <= RUNS; run++) {
                    assertThat(run("2024-0" + run).status()).isEqualTo(RunStatus.COMPLETED);
                }
            } finally {
                ended.set(true);
            }
            for (Future<?> append : appends) {
                append.get();
            }
            appended.set(true);
            relay.get();
        }
        assertWholeChains();
        assertPublished(published);
    }

    private void assertWholeChains() {
        for (int member = 1; member <= MEMBERS; member++) {
            StreamId stream = account(member);
            List<StoredRow> history = database.asSystem(() -> journal.history(stream));
            assertThat(ChainCheck.broken(history)).isEmpty();
            if (!history.isEmpty()) {
                assertThat(database.asSystem(() -> journal.newest(stream))
                                .orElseThrow()
                                .balance())
                        .isEqualTo(history.getLast().balance());
            }
        }
    }

    private void assertPublished(List<Outgoing> published) {
        List<String> ids =
                published.stream().map(record -> record.headers().get("ce_id")).toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(database.look("select count(*) from journal where type <> 'CARRIED' and stream > 0"))
                .containsExactly(Long.toString(ids.size() - RUNS * 12L));
        Map<String, Integer> versions = new HashMap<>();
        for (String id : ids) {
            String[] parts = id.split(":", -1);
            if (parts.length == 2) {
                int version = Integer.parseInt(parts[1]);
                assertThat(version).isEqualTo(versions.getOrDefault(parts[0], 0) + 1);
                versions.put(parts[0], version);
            }
        }
    }

    private void appendUntil(AtomicBoolean ended, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        while (!ended.get()) {
            List<MemberNumber> members = random.longs(3, 1, MEMBERS + 1)
                    .distinct()
                    .mapToObj(MemberNumber::new)
                    .toList();
            database.asSystem(() -> {
                Append append = journal.begin(members, CLOCK);
                List<NewRow> rows = members.stream()
                        .map(member -> append.newest(account(member.value()))
                                .map(newest -> after(newest, 7))
                                .orElseGet(() -> opening(account(member.value()), 100)))
                        .toList();
                append.write(rows);
                return null;
            });
        }
    }

    private List<Outgoing> relayUntil(AtomicBoolean appended) {
        JournalRelaySource source = new JournalRelaySource(new Database(database));
        List<Outgoing> records = new ArrayList<>();
        String position = "";
        while (true) {
            boolean last = appended.get();
            String from = position;
            Optional<RelaySource.Slice> slice = database.asSystem(() -> source.next(from));
            if (slice.isEmpty() && last) {
                return records;
            }
            position = slice.map(RelaySource.Slice::position).orElse(from);
            slice.ifPresent(found -> records.addAll(found.records()));
        }
    }

    private Run run(String period) {
        UUID id = UUID.randomUUID();
        Runs.on(database).request(new RunRequest(id, RunKind.CONTRIBUTION, period, null, "an officer", NOW));
        return new RunWorker(database, TestRules.adding(11), CLOCK, 2).work().orElseThrow();
    }
}
