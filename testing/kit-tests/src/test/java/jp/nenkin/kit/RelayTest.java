package jp.nenkin.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class RelayTest {
    private static final int THREADS = 20;
    private static final int EACH = 60;
    private static final int KEYS = 7;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void rows_of_concurrent_transactions_arrive_all_and_in_order_per_key() throws Exception {
        String run = "order-" + System.nanoTime() + "-";
        Set<Long> naive = Collections.synchronizedSet(new HashSet<>());
        AtomicBoolean writing = new AtomicBoolean(true);
        for (int key = 0; key < KEYS; key++) {
            Sql.run("INSERT INTO trial_key VALUES (?, 0)", run + key);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1)) {
            Future<?> poller = threads.submit(() -> pollByIdAlone(run, naive, writing));
            List<Future<?>> writers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                writers.add(threads.submit(() -> write(run, random)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            poller.get();
        }

        List<ConsumerRecord<String, byte[]>> sent = read(run, THREADS * EACH);

        assertThat(sent).hasSize(THREADS * EACH);
        assertThat(firstSequences(sent))
                .hasSize(KEYS)
                .allSatisfy((key, sequences) -> assertThat(sequences)
                        .isEqualTo(IntStream.rangeClosed(1, sequences.size())
                                .boxed()
                                .toList()));
        // The canary: reading by id alone must lose rows here, else these transactions did not overlap.
        assertThat(naive.size()).isLessThan(THREADS * EACH);
    }

    @Test
    void what_fails_between_send_and_cursor_is_sent_again_as_it_was() {
        String run = "again-" + System.nanoTime() + "-";
        Sql.run("CREATE FUNCTION trial_hold() RETURNS trigger LANGUAGE plpgsql AS "
                + "'BEGIN RAISE EXCEPTION ''failpoint''; END'");
        Sql.run("CREATE TRIGGER trial_hold BEFORE UPDATE ON relay_cursor EXECUTE FUNCTION trial_hold()");
        try {
            for (int sequence = 1; sequence <= 10; sequence++) {
                Sql.run("INSERT INTO trial_outbox (key, sequence) VALUES (?, ?)", run + "k", sequence);
            }
            assertThat(read(run, 30)).hasSizeGreaterThanOrEqualTo(30);
        } finally {
            Sql.run("DROP FUNCTION trial_hold CASCADE");
        }
        Sql.run("INSERT INTO trial_outbox (key, sequence) VALUES (?, 11)", run + "k");
        List<ConsumerRecord<String, byte[]>> sent = LocalParts.read(
                "member.events", LIMIT, found -> ids(of(run, found)).size() == 11);

        assertThat(ids(of(run, sent))).hasSize(11);
        assertThat(firstSequences(of(run, sent)).get(run + "k")).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(of(run, sent).stream()
                        .map(record -> id(record) + "=" + sequence(record))
                        .distinct())
                .hasSize(11);
    }

    @Test
    void only_the_holder_of_the_lock_sends() throws SQLException {
        String run = "lock-" + System.nanoTime() + "-";
        try (Connection other = LocalParts.database()) {
            other.setAutoCommit(false);
            try (PreparedStatement lock =
                    other.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended('relay outbox', 0))")) {
                lock.execute();
            }
            Sql.run("INSERT INTO trial_outbox (key, sequence) VALUES (?, 1)", run + "k");
            assertThat(of(run, LocalParts.read("member.events", Duration.ofSeconds(1), found -> false)))
                    .isEmpty();
            other.rollback();
        }
        assertThat(read(run, 1)).hasSize(1);
    }

    @Test
    void a_record_may_name_its_partition() {
        String run = "partition-" + System.nanoTime() + "-";
        for (int partition = 0; partition < 12; partition++) {
            Sql.run(
                    "INSERT INTO trial_outbox (key, \"partition\", sequence) VALUES (?, ?, ?)",
                    run + "2024-04",
                    partition,
                    partition);
        }

        assertThat(read(run, 12))
                .allSatisfy(record -> assertThat(record.partition()).isEqualTo(sequence(record)));
    }

    @Test
    void the_relay_goes_on_after_its_connections_were_cut() {
        String run = "cut-" + System.nanoTime() + "-";
        for (int sequence = 1; sequence <= 5; sequence++) {
            Sql.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'member_app'");
            Sql.run("INSERT INTO trial_outbox (key, sequence) VALUES (?, ?)", run + "k", sequence);
        }

        read(run, 5);

        await().atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(firstSequences(read(run, 5)).get(run + "k")).containsExactly(1, 2, 3, 4, 5));
    }

    /** What a relay that trusts the ids would see: a number is given before its row is committed. */
    private static void pollByIdAlone(String run, Set<Long> seen, AtomicBoolean writing) {
        long last = 0;
        boolean more = true;
        while (more) {
            more = writing.get();
            for (String id : Sql.column(
                    "SELECT id FROM trial_outbox WHERE id > ? AND key LIKE ? ORDER BY id", last, run + "%")) {
                last = Long.parseLong(id);
                seen.add(last);
            }
        }
    }

    private static void write(String run, Random random) {
        try (Connection connection = LocalParts.database()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < EACH; i++) {
                String key = run + random.nextInt(KEYS);
                int next = lock(connection, key) + 1;
                insert(connection, key, next);
                Thread.sleep(random.nextInt(4));
                connection.commit();
            }
        } catch (SQLException | InterruptedException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** First of all, and not on the row: see RelaySource. */
    private static int lock(Connection connection, String key) throws SQLException {
        try (PreparedStatement lock =
                        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 2))");
                PreparedStatement select = connection.prepareStatement("SELECT last FROM trial_key WHERE key = ?")) {
            lock.setString(1, key);
            lock.execute();
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static void insert(Connection connection, String key, int next) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement("""
                WITH moved AS (UPDATE trial_key SET last = ? WHERE key = ? RETURNING key, last)
                INSERT INTO trial_outbox (key, sequence) SELECT key, last FROM moved
                """)) {
            write.setInt(1, next);
            write.setString(2, key);
            write.executeUpdate();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(String run, int records) {
        return of(
                run,
                LocalParts.read("member.events", LIMIT, found -> of(run, found).size() >= records));
    }

    private static List<ConsumerRecord<String, byte[]>> of(String run, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream().filter(record -> record.key().startsWith(run)).toList();
    }

    /** By key, the sequence numbers in the order each was first seen. */
    private static Map<String, List<Integer>> firstSequences(List<ConsumerRecord<String, byte[]>> records) {
        Map<String, List<Integer>> sequences = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            List<Integer> known = sequences.computeIfAbsent(record.key(), key -> new ArrayList<>());
            if (!known.contains(sequence(record))) {
                known.add(sequence(record));
            }
        }
        return sequences;
    }

    private static Set<String> ids(List<ConsumerRecord<String, byte[]>> records) {
        Set<String> ids = new TreeSet<>();
        records.forEach(record -> ids.add(id(record)));
        return ids;
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(
                Objects.requireNonNull(record.headers().lastHeader("ce_id")).value(), UTF_8);
    }

    private static int sequence(ConsumerRecord<String, byte[]> record) {
        return Integer.parseInt(new String(record.value(), UTF_8));
    }
}
