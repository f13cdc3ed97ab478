package jp.nenkin.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.Topics;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What member-service says, said as it says it. */
public final class MemberEvents {
    public static final String ESTABLISHMENT = "1000001";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Instant TIME = Instant.parse("2026-06-15T00:00:00Z");

    private MemberEvents() {}

    public static MemberTakenOver takenOver(String member, String acquiredOn, PlanBaseSalary... bases) {
        return takenOver(member, acquiredOn, List.of(), bases);
    }

    public static MemberTakenOver takenOver(
            String member, String acquiredOn, List<TransferredAsset> assets, PlanBaseSalary... bases) {
        return new MemberTakenOver(
                member,
                ESTABLISHMENT,
                LocalDate.parse(acquiredOn),
                List.of(),
                List.of(bases),
                assets,
                filed(FilingType.TAKE_OVER, FilingChannel.DATA, "2026-06-15"));
    }

    public static TransferredAsset asset(int ordinal, int creditedMonths) {
        return new TransferredAsset(ordinal, Plan.FIRST, LocalDate.of(2020, 4, 1), "another fund", creditedMonths);
    }

    public static MemberEnrolled enrolled(String member, String acquiredOn, long base, Filing filing) {
        return new MemberEnrolled(
                member, ESTABLISHMENT, LocalDate.parse(acquiredOn), List.of(first(base)), false, filing, null);
    }

    public static MemberEnrolled enrolled(String member, String acquiredOn) {
        return enrolled(member, acquiredOn, 300_000, filed(FilingType.ENROLMENT, FilingChannel.DATA, acquiredOn));
    }

    public static BaseSalaryChanged raised(String member, String effectiveFrom, long base, Filing filing) {
        return new BaseSalaryChanged(member, Plan.FIRST, LocalDate.parse(effectiveFrom), base, filing, null);
    }

    public static EligibilityLost lost(String member, String lostOn, Filing filing) {
        return new EligibilityLost(member, ESTABLISHMENT, LocalDate.parse(lostOn), LossCause.RETIREMENT, filing, null);
    }

    public static EligibilityLost lost(String member, String lostOn) {
        return lost(member, lostOn, filed(FilingType.LOSS, FilingChannel.DATA, lostOn));
    }

    public static Filing filed(FilingType type, FilingChannel channel, String receivedOn) {
        return new Filing(UUID.randomUUID(), type, channel, LocalDate.parse(receivedOn));
    }

    public static PlanBaseSalary first(long base) {
        return new PlanBaseSalary(Plan.FIRST, base);
    }

    public static PlanBaseSalary second(long base) {
        return new PlanBaseSalary(Plan.SECOND, base);
    }

    /** Says these in order and waits until each has taken effect or is parked. */
    public static void say(MemberEvent... events) {
        say(Stream.of(events));
    }

    public static void say(Stream<? extends MemberEvent> events) {
        send(events.map(event -> record(event, null, UUID.randomUUID().toString()))
                .toList());
    }

    /** Closes a month as far as the first so many partitions. */
    public static void close(YearMonth month, int partitions) {
        send(closing(month, partitions).toList());
    }

    /** Closes months on all partitions. */
    public static void close(List<YearMonth> months) {
        send(months.stream().flatMap(month -> closing(month, Topics.PARTITIONS)).toList());
    }

    private static Stream<ProducerRecord<String, byte[]>> closing(YearMonth month, int partitions) {
        MonthClosed closed = new MonthClosed(month, TIME);
        return IntStream.range(0, partitions)
                .mapToObj(partition -> record(closed, partition, "month-" + month + ":" + partition));
    }

    public static ProducerRecord<String, byte[]> record(MemberEvent event, @Nullable Integer partition, String id) {
        try {
            return record(
                    EventType.of(event),
                    event.key(),
                    partition,
                    id,
                    EventJson.mapper().writeValueAsBytes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProducerRecord<String, byte[]> record(
            EventType type, String key, @Nullable Integer partition, String id, byte[] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.MEMBER_EVENTS, partition, key, value);
        CloudEventHeaders.of(type, id, TIME)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }

    /** Sends records and waits until the ledger has taken them one way or the other. */
    public static void send(List<ProducerRecord<String, byte[]>> records) {
        LocalParts.send(records);
        List<String> ids = records.stream()
                .map(record -> new String(
                        record.headers().lastHeader(CloudEventHeaders.ID).value(), UTF_8))
                .distinct()
                .toList();
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> taken(ids) == ids.size());
    }

    private static long taken(List<String> ids) {
        String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return Sql.number("select count(*) from (select id from received_event where id in (" + list
                + ") union select event_id from parked_event where event_id in (" + list + ")) as taken");
    }
}
