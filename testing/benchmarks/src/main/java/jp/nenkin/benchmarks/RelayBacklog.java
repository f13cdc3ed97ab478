package jp.nenkin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.nenkin.events.Plan;
import jp.nenkin.events.Topics;
import jp.nenkin.ledger.journal.AppendQueue;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.journal.StreamId;
import jp.nenkin.ledger.money.AccountId;
import jp.nenkin.ledger.money.MemberNumber;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How fast the service relays a backlog of the journal, against a bare idempotent producer of the very same records;
 * and what appends lose while the relay runs.
 *
 * <p>A rate is taken from the first tenth of the records to the last one, so that neither side's start counts.
 */
final class RelayBacklog implements Benchmark {
    private static final String RELAY = "relay";
    private static final String BARE = "bare-producer";
    private static final String ON = "appends-relay-on";
    private static final String OFF = "appends-relay-off";
    private static final List<Goal> GOALS = List.of(Goal.atLeast(ON, OFF, 0.9), Goal.atLeast(RELAY, BARE, 0.4));
    private static final int MEMBERS = 2_000;
    private static final int CALLERS = 256;

    private final int records;
    private final int appends;
    private final int rounds;
    private final Comparison comparison = new Comparison("per second", GOALS);
    private int backlogs;

    private RelayBacklog(int records, int appends, int rounds) {
        this.records = records;
        this.appends = appends;
        this.rounds = rounds;
    }

    static RelayBacklog sized(boolean quick) {
        return quick ? new RelayBacklog(20_000, 5_120, 5) : new RelayBacklog(200_000, 51_200, 6);
    }

    @Override
    public Comparison measure() throws Exception {
        try (BenchSystem system = BenchSystem.start();
                Topic topic = new Topic(system.kafka(), Topics.LEDGER_EVENTS);
                BenchTransactions transactions = system.database().transactions();
                KafkaProducer<String, byte[]> producer = producer(system.kafka())) {
            seed(system.database());
            Appender appender = new Appender(system.database(), transactions, topic);
            List<ProducerRecord<String, byte[]>> same = published(system.database(), topic);
            bare(producer, topic, same);
            appender.rate(appends, true);
            for (int round = 1; round <= rounds; round++) {
                boolean relayFirst = round % 2 == 1;
                if (relayFirst) {
                    comparison.add(RELAY, relay(system.database(), topic));
                    comparison.add(ON, appender.rate(appends, true));
                }
                comparison.add(BARE, bare(producer, topic, same));
                comparison.add(OFF, appender.rate(appends, false));
                if (!relayFirst) {
                    comparison.add(RELAY, relay(system.database(), topic));
                    comparison.add(ON, appender.rate(appends, true));
                }
            }
        }
        return comparison;
    }

    /** As the service's own, which is not to be had outside it. */
    private static KafkaProducer<String, byte[]> producer(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("enable.idempotence", true);
        settings.put("acks", "all");
        settings.put("linger.ms", 2);
        settings.put("batch.size", 131_072);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static void seed(BenchDatabase database) throws SQLException {
        database.execute("""
                insert into journal_1 (stream, amount, balance, recorded_at, version, segment, value_date, type, hash,
                    state, payload)
                select member * 10000 + 1000, 0, 0, '2024-04-01Z', 1, 1, '2024-04-01', 'not published',
                    sha256(member::text::bytea), repeat('s', 120)::bytea, '{}'
                from generate_series(1, %d) member""".formatted(2 * MEMBERS), """
                insert into stream (id, kind, natural_key, open_from)
                select stream, 'ACCOUNT', lpad((stream / 10000)::text, 10, '0') || '/FIRST/0', '2024-04-01'
                from journal_1""");
    }

    /** The records of one backlog, as readers get them. */
    private List<ProducerRecord<String, byte[]>> published(BenchDatabase database, Topic topic) throws Exception {
        List<ConsumerRecord<String, byte[]>> read = topic.next(records, () -> insertBacklog(database));
        long ids = read.stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .distinct()
                .count();
        if (read.size() != records || ids != records) {
            throw new IllegalStateException(read.size() + " records with " + ids + " ids instead of " + records);
        }
        return read.stream()
                .map(record -> new ProducerRecord<>(
                        record.topic(), null, null, record.key(), record.value(), record.headers()))
                .toList();
    }

    /** Events of the first members, all in one transaction, so that the relay finds them at once. */
    private void insertBacklog(BenchDatabase database) throws SQLException {
        int from = 2 + backlogs * records / MEMBERS;
        backlogs++;
        database.execute("""
                insert into journal_1 (stream, amount, balance, recorded_at, version, segment, value_date, type, hash,
                    state, payload)
                select (1 + number %% %1$d) * 10000 + 1000, 0, 0, '2024-04-01Z', %2$d + number / %1$d, 1, '2024-04-01',
                    'jp.nenkin.ledger.ContributionPosted.v1', sha256(number::text::bytea), repeat('s', 120)::bytea,
                    convert_to('{"filler":"' || repeat('f', 330) || '"}', 'UTF8')
                from generate_series(0, %3$d - 1) number""".formatted(MEMBERS, from, records));
    }

    private double relay(BenchDatabase database, Topic topic) throws Exception {
        long before = topic.size();
        insertBacklog(database);
        return rate(topic, before);
    }

    private double bare(KafkaProducer<String, byte[]> producer, Topic topic, List<ProducerRecord<String, byte[]>> same)
            throws Exception {
        long before = topic.size();
        try (ExecutorService sender = Executors.newSingleThreadExecutor()) {
            Future<?> sent = sender.submit(() -> {
                for (ProducerRecord<String, byte[]> record : same) {
                    // What is not sent is missed: the rate waits for all of them.
                    var _ = producer.send(record);
                }
                producer.flush();
            });
            double rate = rate(topic, before);
            sent.get();
            return rate;
        }
    }

    private double rate(Topic topic, long before) throws InterruptedException {
        long tenth = topic.await(before + records / 10);
        long first = topic.size() - before;
        return (records - first) / ((topic.await(before + records) - tenth) / 1e9);
    }

    /** Appends through the service's queue from many callers. */
    private static final class Appender {
        private static final String RELAY_LOCK = "(hashtextextended('relay journal', 0))";

        private final BenchDatabase database;
        private final Topic topic;
        private final AppendQueue queue;

        Appender(BenchDatabase database, BenchTransactions transactions, Topic topic) {
            this.database = database;
            this.topic = topic;
            this.queue = AppendQueue.on(
                    Journal.on(transactions.source()), BenchClock.FIXED, transactions, Duration.ofMinutes(1));
        }

        /** Waits until the relay has sent them all before it returns, so that none is left for the next piece. */
        double rate(int appends, boolean relayed) throws Exception {
            long published = topic.size() + appends;
            double rate = relayed ? rate(appends) : withoutRelay(appends);
            topic.await(published);
            return rate;
        }

        /** The relay has nothing to do while somebody else holds its lock. */
        private double withoutRelay(int appends) throws Exception {
            try (Connection relay = database.superuser();
                    Statement statement = relay.createStatement()) {
                statement.execute("select pg_advisory_lock" + RELAY_LOCK);
                return rate(appends);
            }
        }

        private double rate(int appends) throws Exception {
            long start = System.nanoTime();
            List<Future<?>> calls = new ArrayList<>();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int caller = 0; caller < CALLERS; caller++) {
                    int first = caller;
                    calls.add(callers.submit(() -> call(first, appends)));
                }
            }
            for (Future<?> call : calls) {
                call.get();
            }
            return appends / ((System.nanoTime() - start) / 1e9);
        }

        private void call(int first, int appends) {
            for (int number = first; number < appends; number += CALLERS) {
                MemberNumber member = new MemberNumber(MEMBERS + 1L + number % MEMBERS);
                StreamId stream = StreamId.of(new AccountId(member, Plan.FIRST, 0));
                var _ = queue.submit(member, append -> {
                    append.write(List.of(OnlineAppend.next(append.newest(stream).orElseThrow())));
                    return stream;
                });
            }
        }
    }
}
