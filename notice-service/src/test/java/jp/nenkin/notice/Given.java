package jp.nenkin.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.events.Event;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.MemberContact;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.Plan;
import jp.nenkin.events.RunCompleted;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.StatementPrepared.AccountFigures;
import jp.nenkin.events.StatementPrepared.YearRate;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What the other services have told, by way of Kafka; each method returns when it has arrived. */
public final class Given {
    public static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Instant TOLD_AT = Instant.parse("2026-06-01T00:00:00Z");
    private static final AtomicInteger YEARS = new AtomicInteger(2030);
    private static final AtomicInteger MEMBERS = new AtomicInteger(1000);

    private Given() {}

    /** A fiscal year that no other test has. */
    public static int year() {
        return YEARS.incrementAndGet();
    }

    /** A member whom no other test has. */
    public static String member() {
        return "%010d".formatted(MEMBERS.incrementAndGet());
    }

    public static String member(String name) {
        String number = member();
        name(number, name);
        return number;
    }

    public static void name(String member, String name) {
        send(new MemberProfile(member, name, LocalDate.of(1980, 4, 1)));
        await().atMost(LIMIT)
                .until(() ->
                        Sql.number("SELECT count(*) FROM person WHERE member_number = ? AND name = ?", member, name)
                                == 1);
    }

    public static void erasedName(String member) {
        tombstone(EventType.MEMBER_PROFILE, member);
        await().atMost(LIMIT)
                .until(() -> Sql.number("SELECT count(*) FROM person WHERE member_number = ?", member) == 0);
    }

    public static void address(String member, String email, ContactLanguage language) {
        send(new MemberContact(member, email, language));
        await().atMost(LIMIT)
                .until(() ->
                        Sql.number("SELECT count(*) FROM contact WHERE member_number = ? AND email = ?", member, email)
                                == 1);
    }

    public static void erasedAddress(String member) {
        tombstone(EventType.MEMBER_CONTACT, member);
        await().atMost(LIMIT)
                .until(() -> Sql.number("SELECT count(*) FROM contact WHERE member_number = ?", member) == 0);
    }

    /** Statements of a year that is complete with them. */
    public static void completeStatements(int year, String... members) {
        statements(year, members);
        runIsDone(year, Topics.PARTITIONS);
    }

    public static void statements(int year, String... members) {
        Arrays.stream(members).forEach(member -> send(statement(year, member)));
        await().atMost(LIMIT)
                .until(() -> Sql.number(
                                "SELECT count(*) FROM statement WHERE fiscal_year = ? AND member_number = ANY (?)",
                                year,
                                members)
                        == members.length);
    }

    /** The end of the year's statement run, on so many partitions. */
    public static void runIsDone(int year, int partitions) {
        runIsDone(RunKind.STATEMENT, year, partitions);
        await().atMost(LIMIT)
                .until(() ->
                        Sql.number("SELECT count(*) FROM statement_run WHERE fiscal_year = ?", year) == partitions);
    }

    public static void runIsDone(RunKind kind, int year, int partitions) {
        RunCompleted run = new RunCompleted(UUID.randomUUID(), kind, Integer.toString(year), 1, 1, TOLD_AT);
        LocalParts.send(IntStream.range(0, partitions)
                .mapToObj(partition -> record(partition, run, UUID.randomUUID()))
                .toList());
    }

    public static StatementPrepared statement(int year, String member) {
        return new StatementPrepared(
                member,
                year,
                LocalDate.of(year + 1, 3, 31),
                List.of(new AccountFigures(Plan.FIRST, 0, 100_000, 39_600, 4_494, 144_094, 300_000L, null)),
                List.of(new YearRate(year, "3.7"), new YearRate(year + 1, null)),
                List.of(),
                List.of());
    }

    public static void send(Event event) {
        send(event, UUID.randomUUID());
    }

    /** The same event again, if the id is the same. */
    public static void send(Event event, UUID id) {
        LocalParts.send(List.of(record(null, event, id)));
    }

    /** A record whose value is none of ours. */
    public static void sendRaw(EventType type, String key, String value) {
        LocalParts.send(List.of(record(type, null, key, value.getBytes(UTF_8), UUID.randomUUID())));
    }

    private static void tombstone(EventType type, String key) {
        LocalParts.send(List.of(record(type, null, key, null, UUID.randomUUID())));
    }

    private static ProducerRecord<String, byte[]> record(@Nullable Integer partition, Event event, UUID id) {
        try {
            return record(
                    EventType.of(event),
                    partition,
                    event.key(),
                    EventJson.mapper().writeValueAsBytes(event),
                    id);
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static ProducerRecord<String, byte[]> record(
            EventType type, @Nullable Integer partition, String key, byte @Nullable [] value, UUID id) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(type.topic(), partition, key, value);
        CloudEventHeaders.of(type, id.toString(), TOLD_AT)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return record;
    }
}
