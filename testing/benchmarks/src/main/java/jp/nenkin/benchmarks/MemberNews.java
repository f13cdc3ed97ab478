package jp.nenkin.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.Event;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.events.Plan;
import jp.nenkin.events.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What member-service tells on its topic in the course of the year. */
final class MemberNews implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Clock clock;

    MemberNews(Map<String, Object> kafka, Clock clock) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("enable.idempotence", true);
        settings.put("acks", "all");
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.clock = clock;
    }

    /** That a month's filings are complete: on every partition, behind all that was told before. */
    void closed(YearMonth month) {
        MonthClosed closed = new MonthClosed(month, clock.instant());
        for (int partition = 0; partition < Topics.PARTITIONS; partition++) {
            send(closed, month + ":" + partition, partition);
        }
        producer.flush();
    }

    /** The base salaries that are others from October, and how many there are. */
    long changes(YearFund fund, LocalDate effectiveFrom) {
        long[] sent = new long[1];
        fund.each(member -> {
            for (YearAccount account : member.accounts()) {
                if (account.changes()) {
                    UUID filing = new UUID(account.plan() == Plan.FIRST ? 2 : 3, member.number());
                    BaseSalaryChanged changed = new BaseSalaryChanged(
                            member.memberNumber(),
                            account.plan(),
                            effectiveFrom,
                            account.octoberBase(),
                            new Filing(filing, FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, effectiveFrom),
                            null);
                    send(changed, filing.toString(), null);
                    sent[0]++;
                }
            }
        });
        producer.flush();
        return sent[0];
    }

    private void send(Event event, String id, @Nullable Integer partition) {
        EventType type = EventType.of(event);
        ProducerRecord<String, byte[]> news = new ProducerRecord<>(type.topic(), partition, event.key(), json(event));
        CloudEventHeaders.of(type, id, clock.instant())
                .forEach((name, value) -> news.headers().add(name, value.getBytes(UTF_8)));
        // What does not arrive is missed: no run begins without it, or its contributions are others.
        var _ = producer.send(news);
    }

    private static byte[] json(Event event) {
        try {
            return EventJson.mapper().writeValueAsBytes(event);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
