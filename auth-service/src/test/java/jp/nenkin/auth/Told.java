package jp.nenkin.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.Event;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Filing;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.FilingType;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.MembershipEnded;
import jp.nenkin.events.Plan;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What the other services have told, by way of Kafka; each method returns when it has arrived. */
public final class Told {
    public static final LocalDate BORN = LocalDate.of(1970, 4, 10);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final LocalDate ACQUIRED = LocalDate.of(2020, 4, 1);
    private static final LocalDate LOST = LocalDate.of(2026, 4, 1);
    private static final AtomicInteger MEMBERS = new AtomicInteger(600_000);

    private Told() {}

    /** A member whom no other test has, born on {@link #BORN}. */
    public static String member() {
        String number = "%010d".formatted(MEMBERS.incrementAndGet());
        profile(number, BORN);
        send(new MemberEnrolled(number, "1000001", ACQUIRED, List.of(), false, filing(FilingType.ENROLMENT), null));
        arrived("SELECT count(*) FROM membership_fact WHERE member_number = ?", number);
        // A view that lags answers nobody.
        await().atMost(LIMIT).until(() -> Sql.number("SELECT count(*) FROM freshness") == 24);
        return number;
    }

    public static void profile(String number, LocalDate birthDate) {
        send(new MemberProfile(number, "年金 太郎", birthDate));
        arrived("SELECT count(*) FROM person WHERE member_number = ? AND birth_date = ?::date", number, birthDate);
    }

    /** The filing by which the membership ended. */
    public static UUID lost(String number, LossCause cause) {
        Filing filing = filing(FilingType.LOSS);
        send(new EligibilityLost(number, "1000001", LOST, cause, filing, null));
        arrived("SELECT count(*) FROM membership_fact WHERE kind = 'LOST' AND member_number = ?", number);
        return filing.id();
    }

    public static void cancelled(String number, UUID filing) {
        send(new FilingCancelled(number, filing, filing(FilingType.CANCELLATION)));
        arrived("SELECT 1 - count(*) FROM membership_fact WHERE filing_id = ?::uuid", filing);
    }

    public static void stands(String number, AccountStanding standing) {
        send(new MembershipEnded(
                number,
                Plan.FIRST,
                1,
                LOST.minusDays(1),
                1_000,
                LOST,
                LossCause.RETIREMENT,
                standing,
                filing(FilingType.LOSS),
                null));
        arrived("SELECT count(*) FROM standing WHERE member_number = ? AND standing = ?", number, standing.name());
    }

    public static void erased(String number) {
        send(EventType.MEMBER_PROFILE, number, null);
        arrived("SELECT 1 - count(*) FROM person WHERE member_number = ?", number);
    }

    private static void arrived(String one, Object... parameters) {
        await().atMost(LIMIT).until(() -> Sql.number(one, parameters) == 1);
    }

    private static Filing filing(FilingType type) {
        return new Filing(UUID.randomUUID(), type, FilingChannel.DATA, ACQUIRED);
    }

    private static void send(Event event) {
        try {
            send(EventType.of(event), event.key(), EventJson.mapper().writeValueAsBytes(event));
        } catch (JsonProcessingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void send(EventType type, String key, byte @Nullable [] value) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(type.topic(), key, value);
        CloudEventHeaders.of(type, UUID.randomUUID().toString(), Instant.parse("2026-06-01T00:00:00Z"))
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        LocalParts.send(List.of(record));
    }
}
