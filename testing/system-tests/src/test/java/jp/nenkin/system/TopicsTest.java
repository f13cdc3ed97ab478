package jp.nenkin.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.events.InterestCredited;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.Topics;
import jp.nenkin.local.demo.DemoFact.Enrolment;
import jp.nenkin.local.demo.DemoFact.Loss;
import jp.nenkin.local.demo.DemoFund;
import jp.nenkin.local.demo.DemoMember;
import jp.nenkin.system.ExpectedFigures.Account;
import jp.nenkin.system.ExpectedFigures.Figures;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What another system finds on the topics, read with a plain Kafka consumer. */
@ExtendWith(FundExtension.class)
class TopicsTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Set<Integer> EVERY_PARTITION =
            IntStream.range(0, Topics.PARTITIONS).boxed().collect(Collectors.toUnmodifiableSet());

    private static List<ConsumerRecord<String, byte[]>> records = List.of();

    @BeforeAll
    static void all_topics_are_read_to_the_end(Fund fund) {
        records = new TopicReader(fund.system().kafka().clientSettings()).readAll(fund.runsSoFar());
    }

    @Test
    void every_record_is_a_cloud_event_of_its_topic() {
        Set<String> ids = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            EventType type = type(record);
            assertThat(type.topic()).isEqualTo(record.topic());
            assertThat(header(record, CloudEventHeaders.SPEC_VERSION)).isEqualTo("1.0");
            assertThat(header(record, CloudEventHeaders.CONTENT_TYPE)).isEqualTo("application/json");
            assertThat(header(record, CloudEventHeaders.SOURCE)).isEqualTo(source(record.topic()));
            assertThat(Instant.parse(header(record, CloudEventHeaders.TIME))).isAfter("2026-06-14T00:00:00Z");
            String barrier = isBarrier(type) ? "/" + record.partition() : "";
            assertThat(ids.add(header(record, CloudEventHeaders.SOURCE)
                            + " "
                            + header(record, CloudEventHeaders.ID)
                            + barrier))
                    .as("the id of %s at %s-%d@%d", type, record.topic(), record.partition(), record.offset())
                    .isTrue();
        }
    }

    @Test
    void every_value_keeps_its_schema_and_its_key() throws IOException {
        Map<EventType, Schema> schemas = new EnumMap<>(EventType.class);
        for (ConsumerRecord<String, byte[]> record : records) {
            EventType type = type(record);
            JsonNode value = EventJson.mapper().readTree(record.value());
            List<Error> errors = schemas.computeIfAbsent(type, TopicsTest::schema)
                    .validate(
                            value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
            assertThat(errors).as("%s", type).isEmpty();
            assertThat(EventJson.mapper().treeToValue(value, type.record()).key())
                    .isEqualTo(record.key());
        }
        assertThat(schemas.keySet())
                .as("types seen")
                .contains(EventType.MEMBER_TAKEN_OVER, EventType.STATEMENT_PREPARED, EventType.MEMBERSHIP_RESUMED);
    }

    /** The balance after an event is the one after the event before, plus its amount. */
    @Test
    void the_events_of_an_account_come_in_the_order_of_its_history() throws IOException {
        Map<String, Long> balances = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            JsonNode value = EventJson.mapper().readTree(record.value());
            if (record.topic().equals(Topics.LEDGER_EVENTS) && value.has("ordinal")) {
                String account = record.key()
                        + value.path("plan").asText()
                        + value.path("ordinal").asInt();
                long before = Optional.ofNullable(
                                balances.put(account, value.path("balance").asLong()))
                        .orElse(0L);
                assertThat(value.path("balance").asLong())
                        .as("%s of %s", type(record), account)
                        .isEqualTo(before + value.path("amount").asLong());
            }
        }
        assertThat(balances).hasSizeGreaterThan(250);
    }

    @Test
    void the_first_event_of_a_member_is_an_enrolment_or_a_take_over() {
        Set<String> known = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            boolean ofMember = record.topic().equals(Topics.MEMBER_EVENTS)
                    && !isBarrier(type(record))
                    && type(record) != EventType.FILING_RETURNED;
            if (ofMember && known.add(record.key())) {
                assertThat(type(record)).isIn(EventType.MEMBER_ENROLLED, EventType.MEMBER_TAKEN_OVER);
            }
        }
        assertThat(known).hasSizeGreaterThan(200);
    }

    @Test
    void every_credit_of_the_demo_fund_is_the_one_computed_outside(Fund fund) throws IOException {
        Map<String, Map<LocalDate, Long>> credited = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (type(record) == EventType.INTEREST_CREDITED) {
                InterestCredited credit = EventJson.mapper().readValue(record.value(), InterestCredited.class);
                credited.computeIfAbsent(account(credit), _ -> new TreeMap<>())
                        .put(credit.creditedOn(), credit.amount());
            }
        }
        for (DemoMember member : fund.demo().members()) {
            String number = fund.record().number(member);
            fund.expected()
                    .of(member)
                    .forEach((account, figures) -> assertThat(
                                    credited.getOrDefault(number + account.plan() + account.ordinal(), Map.of()))
                            .as("%s of %s", account, member)
                            .isEqualTo(figures.interest()));
        }
    }

    /** Who filed as data did so after the cut-offs: the filing counts in the accounts and not in the statement. */
    @Test
    void every_statement_of_the_demo_fund_closes_as_computed_outside(Fund fund) throws IOException {
        Map<String, StatementPrepared> statements = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (type(record) == EventType.STATEMENT_PREPARED) {
                StatementPrepared statement = EventJson.mapper().readValue(record.value(), StatementPrepared.class);
                if (statement.fiscalYear() == 2024) {
                    statements.put(record.key(), statement);
                }
            }
        }
        for (DemoMember member : fund.demo().members()) {
            Optional<StatementPrepared> statement =
                    Optional.ofNullable(statements.remove(fund.record().number(member)));
            boolean due = !(member.facts().getLast() instanceof Loss) && !isSentAsData(member);
            assertThat(statement.isPresent()).as("a statement of %s", member).isEqualTo(due);
            statement.ifPresent(
                    prepared -> assertCloses(prepared, fund.expected().of(member)));
        }
    }

    private static void assertCloses(StatementPrepared statement, Map<Account, Figures> expected) {
        assertThat(statement.accounts()).hasSameSizeAs(expected.keySet());
        for (StatementPrepared.AccountFigures account : statement.accounts()) {
            Figures figures = Objects.requireNonNull(expected.get(new Account(account.plan(), account.ordinal())));
            assertThat(account.closing())
                    .isEqualTo(figures.closings().get(statement.asOf()))
                    .isEqualTo(account.opening() + account.credited() + account.interest());
        }
    }

    private static boolean isSentAsData(DemoMember member) {
        return member.facts().getFirst() instanceof Enrolment enrolment
                && enrolment.receipt().channel() == FilingChannel.DATA;
    }

    private static String account(InterestCredited credit) {
        return credit.memberNumber() + credit.plan() + credit.ordinal();
    }

    @Test
    void closed_months_and_completed_runs_are_told_on_every_partition() throws IOException {
        Map<String, Set<Integer>> partitions = new TreeMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            JsonNode value = EventJson.mapper().readTree(record.value());
            Optional<String> barrier = switch (type(record)) {
                case MONTH_CLOSED -> Optional.of("closed " + value.path("month").asText());
                case RUN_COMPLETED ->
                    Optional.of(value.path("kind").asText() + " "
                            + value.path("period").asText());
                default -> Optional.empty();
            };
            barrier.ifPresent(name ->
                    partitions.computeIfAbsent(name, _ -> new TreeSet<>()).add(record.partition()));
        }
        assertThat(partitions)
                .allSatisfy((name, told) -> assertThat(told).as(name).isEqualTo(EVERY_PARTITION));
        for (YearMonth month = DemoFund.FIRST_MONTH; !month.isAfter(Fund.LAST_MONTH); month = month.plusMonths(1)) {
            assertThat(partitions).containsKeys("closed " + month, "CONTRIBUTION " + month);
        }
        assertThat(partitions).containsKeys("INTEREST 2019", "INTEREST 2025", "STATEMENT 2024");
    }

    @Test
    void names_and_birth_dates_are_on_the_topic_of_profiles_alone(Fund fund) {
        List<String> names =
                fund.demo().members().stream().map(DemoMember::name).toList();
        Set<String> seen = new HashSet<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            String text = new String(record.value(), UTF_8);
            if (record.topic().equals(Topics.MEMBER_PROFILE)) {
                seen.add(text);
            } else {
                assertThat(text).doesNotContain("birthDate", "\"name\"");
                assertThat(names).as("names in %s", type(record)).noneMatch(text::contains);
            }
        }
        assertThat(names).allSatisfy(name -> assertThat(seen).anyMatch(text -> text.contains(name)));
    }

    private static boolean isBarrier(EventType type) {
        return type == EventType.MONTH_CLOSED || type == EventType.RUN_COMPLETED;
    }

    private static EventType type(ConsumerRecord<String, byte[]> record) {
        return EventType.named(header(record, CloudEventHeaders.TYPE)).orElseThrow();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = Objects.requireNonNull(record.headers().lastHeader(name), name);
        return new String(header.value(), UTF_8);
    }

    private static String source(String topic) {
        return Topics.ALL.stream()
                .filter(each -> each.name().equals(topic))
                .map(Topics.Topic::source)
                .findFirst()
                .orElseThrow();
    }

    private static Schema schema(EventType type) {
        String name = "/schemas/" + type.writtenName() + ".json";
        try (InputStream in = Objects.requireNonNull(EventType.class.getResourceAsStream(name), name)) {
            return SCHEMAS.getSchema(EventJson.mapper().readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
