package jp.nenkin.member.events;

import static jp.nenkin.member.Requests.BOTH_FIXED;
import static jp.nenkin.member.Requests.BOTH_VARIABLE;
import static jp.nenkin.member.Requests.FIRST_ONLY;
import static jp.nenkin.member.Requests.baseSalaryDay;
import static jp.nenkin.member.Requests.body;
import static jp.nenkin.member.Requests.but;
import static jp.nenkin.member.Requests.change;
import static jp.nenkin.member.Requests.enrolment;
import static jp.nenkin.member.Requests.loss;
import static jp.nenkin.member.Requests.post;
import static jp.nenkin.member.Requests.text;
import static jp.nenkin.member.Requests.today;
import static jp.nenkin.member.Requests.transferIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.nenkin.events.BaseSalaryChanged;
import jp.nenkin.events.CloudEventHeaders;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EstablishmentChanged;
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
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.MembershipPeriod;
import jp.nenkin.events.Plan;
import jp.nenkin.events.PlanBaseSalary;
import jp.nenkin.events.Topics;
import jp.nenkin.events.TransferredAsset;
import jp.nenkin.events.TransferredIn;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.member.Requests;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
class PublishedEventsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @BeforeEach
    void establishments() {
        Requests.establishments();
    }

    @Test
    void a_career_is_told_in_order_with_its_filings() {
        Map<String, Object> enrolment = but(
                enrolment(),
                "establishmentNumber",
                BOTH_VARIABLE,
                "secondUnits",
                5,
                "channel",
                "PAPER",
                "receivedOn",
                "2015-04-20");
        ValidatableResponse enrolled = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment);
        String member = text(enrolled, "memberNumber");
        Map<String, Object> change =
                but(change(member, 320_000), "establishmentNumber", BOTH_VARIABLE, "secondUnits", 6);
        UUID first = filing(post(LocalParts.asOfficer(), "/filings/base-salary-changes", change));
        UUID second = filing(
                post(LocalParts.asOfficer(), "/filings/base-salary-changes", but(change, "firstBaseSalary", 340_000)));
        UUID lost = filing(post(
                LocalParts.asOfficer(),
                "/filings/losses",
                but(loss(member, today()), "establishmentNumber", BOTH_VARIABLE)));
        Map<String, Object> back =
                but(enrolment, "memberNumber", member, "acquiredOn", today(), "channel", "DATA", "receivedOn", null);
        UUID again = filing(post(LocalParts.asOfficer(), "/filings/enrolments", back));

        List<PlanBaseSalary> bases =
                List.of(new PlanBaseSalary(Plan.FIRST, 300_000), new PlanBaseSalary(Plan.SECOND, 5_000));
        Filing changed = new Filing(first, FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, today());
        LocalDate day = baseSalaryDay();
        assertThat(events(Topics.MEMBER_EVENTS, member, 6))
                .containsExactly(
                        new MemberEnrolled(
                                member,
                                BOTH_VARIABLE,
                                LocalDate.of(2015, 4, 1),
                                bases,
                                false,
                                new Filing(
                                        filing(enrolled),
                                        FilingType.ENROLMENT,
                                        FilingChannel.PAPER,
                                        LocalDate.of(2015, 4, 20)),
                                null),
                        new BaseSalaryChanged(member, Plan.FIRST, day, 320_000, changed, null),
                        new BaseSalaryChanged(member, Plan.SECOND, day, 6_000, changed, null),
                        new BaseSalaryChanged(
                                member,
                                Plan.FIRST,
                                day,
                                340_000,
                                new Filing(second, FilingType.BASE_SALARY_CHANGE, FilingChannel.DATA, today()),
                                first),
                        new EligibilityLost(
                                member,
                                BOTH_VARIABLE,
                                today(),
                                LossCause.RETIREMENT,
                                new Filing(lost, FilingType.LOSS, FilingChannel.DATA, today()),
                                null),
                        new MemberEnrolled(
                                member,
                                BOTH_VARIABLE,
                                today(),
                                bases,
                                true,
                                new Filing(again, FilingType.ENROLMENT, FilingChannel.DATA, today()),
                                null));
        assertThat(events(Topics.MEMBER_PROFILE, member, 1))
                .containsExactly(
                        new MemberProfile(member, String.valueOf(enrolment.get("name")), LocalDate.of(1985, 5, 5)));
    }

    @Test
    void an_enrolment_elsewhere_on_the_day_of_the_loss_is_told_as_a_move_until_it_is_cancelled() {
        Map<String, Object> enrolment = enrolment();
        ValidatableResponse enrolled = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment);
        String member = text(enrolled, "memberNumber");
        UUID lost = filing(post(LocalParts.asOfficer(), "/filings/losses", loss(member, today())));
        Map<String, Object> there =
                but(enrolment, "memberNumber", member, "establishmentNumber", BOTH_FIXED, "acquiredOn", today());
        UUID moved = filing(post(LocalParts.asEstablishment(BOTH_FIXED), "/filings/enrolments", there));
        UUID again = filing(post(
                LocalParts.asEstablishment(BOTH_FIXED),
                "/filings/corrections",
                body("filingId", moved.toString(), "enrolment", but(there, "firstBaseSalary", 320_000))));
        UUID cancelled = filing(post(
                LocalParts.asEstablishment(BOTH_FIXED),
                "/filings/cancellations",
                body("establishmentNumber", BOTH_FIXED, "filingId", again.toString(), "channel", "DATA")));

        List<Event> told = events(Topics.MEMBER_EVENTS, member, 7);
        EligibilityLost loss = new EligibilityLost(
                member, FIRST_ONLY, today(), LossCause.RETIREMENT, data(lost, FilingType.LOSS), null);
        assertThat(told.subList(1, 7))
                .containsExactly(
                        loss,
                        new FilingCancelled(member, lost, data(moved, FilingType.CANCELLATION)),
                        new EstablishmentChanged(
                                member,
                                BOTH_FIXED,
                                today(),
                                bases(300_000),
                                data(moved, FilingType.ESTABLISHMENT_CHANGE),
                                null),
                        new EstablishmentChanged(
                                member,
                                BOTH_FIXED,
                                today(),
                                bases(320_000),
                                data(again, FilingType.ESTABLISHMENT_CHANGE),
                                moved),
                        new FilingCancelled(member, again, data(cancelled, FilingType.CANCELLATION)),
                        loss);
    }

    @Test
    void corrections_name_what_they_replace_and_cancellations_what_they_take_back() {
        ValidatableResponse enrolled = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment());
        String member = text(enrolled, "memberNumber");
        UUID changed = filing(post(LocalParts.asOfficer(), "/filings/base-salary-changes", change(member, 320_000)));
        UUID changedRight = corrected(changed, "baseSalaryChange", change(member, 340_000));
        UUID brought = filing(post(LocalParts.asOfficer(), "/filings/transfers-in", transferIn(member)));
        UUID broughtRight = corrected(brought, "transferIn", but(transferIn(member), "amount", 400_000));
        UUID lost = filing(post(LocalParts.asOfficer(), "/filings/losses", loss(member, today())));
        UUID lostRight = corrected(lost, "loss", but(loss(member, today()), "cause", "OTHER"));
        UUID lossCancelled = cancelled(lostRight);
        UUID assetCancelled = cancelled(broughtRight);

        TransferredAsset asset = new TransferredAsset(1, Plan.FIRST, LocalDate.of(2016, 6, 10), "企業年金連合会", 120);
        assertThat(events(Topics.MEMBER_EVENTS, member, 9).subList(1, 9))
                .containsExactly(
                        new BaseSalaryChanged(
                                member,
                                Plan.FIRST,
                                baseSalaryDay(),
                                320_000,
                                data(changed, FilingType.BASE_SALARY_CHANGE),
                                null),
                        new BaseSalaryChanged(
                                member,
                                Plan.FIRST,
                                baseSalaryDay(),
                                340_000,
                                data(changedRight, FilingType.BASE_SALARY_CHANGE),
                                changed),
                        new TransferredIn(member, asset, 500_000, data(brought, FilingType.TRANSFER_IN), null),
                        new TransferredIn(member, asset, 400_000, data(broughtRight, FilingType.TRANSFER_IN), brought),
                        new EligibilityLost(
                                member, FIRST_ONLY, today(), LossCause.RETIREMENT, data(lost, FilingType.LOSS), null),
                        new EligibilityLost(
                                member, FIRST_ONLY, today(), LossCause.OTHER, data(lostRight, FilingType.LOSS), lost),
                        new FilingCancelled(member, lostRight, data(lossCancelled, FilingType.CANCELLATION)),
                        new FilingCancelled(member, broughtRight, data(assetCancelled, FilingType.CANCELLATION)));
    }

    @Test
    void a_figure_that_its_correction_leaves_out_goes_by_itself() {
        Map<String, Object> enrolment = but(enrolment(), "establishmentNumber", BOTH_VARIABLE, "secondUnits", 5);
        String member = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment)
                .extract()
                .path("memberNumber");
        Map<String, Object> both = but(change(member, 320_000), "establishmentNumber", BOTH_VARIABLE, "secondUnits", 6);
        UUID changed = filing(post(LocalParts.asOfficer(), "/filings/base-salary-changes", both));
        UUID right = corrected(changed, "baseSalaryChange", but(both, "secondUnits", null));
        assertThat(events(Topics.MEMBER_EVENTS, member, 5).subList(3, 5))
                .containsExactly(
                        new FilingCancelled(member, changed, data(right, FilingType.CANCELLATION)),
                        new BaseSalaryChanged(
                                member,
                                Plan.FIRST,
                                baseSalaryDay(),
                                320_000,
                                data(right, FilingType.BASE_SALARY_CHANGE),
                                changed));
    }

    @Test
    void who_somebody_is_is_told_whenever_name_or_birth_date_change() {
        Map<String, Object> enrolment = enrolment();
        String member = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment)
                .extract()
                .path("memberNumber");
        Map<String, Object> person = body("establishmentNumber", FIRST_ONLY, "memberNumber", member, "channel", "DATA");
        UUID named = filing(post(
                LocalParts.asOfficer(),
                "/filings/name-changes",
                but(person, "newName", "渡邉 恵", "changedOn", "2020-06-01")));
        filing(post(
                LocalParts.asOfficer(),
                "/filings/birth-date-corrections",
                but(person, "correctBirthDate", "1985-05-06")));
        filing(post(
                LocalParts.asOfficer(),
                "/filings/address-changes",
                but(person, "postcode", "1000013", "address", "東京都", "changedOn", "2020-06-01")));
        UUID right = corrected(named, "nameChange", but(person, "newName", "渡邊 恵", "changedOn", "2020-06-01"));
        cancelled(right);
        LocalDate birth = LocalDate.of(1985, 5, 6);
        assertThat(events(Topics.MEMBER_PROFILE, member, 5))
                .containsExactly(
                        new MemberProfile(member, String.valueOf(enrolment.get("name")), birth.minusDays(1)),
                        new MemberProfile(member, "渡邉 恵", birth.minusDays(1)),
                        new MemberProfile(member, "渡邉 恵", birth),
                        new MemberProfile(member, "渡邊 恵", birth),
                        new MemberProfile(member, String.valueOf(enrolment.get("name")), birth));
        assertThat(events(Topics.MEMBER_EVENTS, member, 1)).hasSize(1);
    }

    @Test
    void what_is_told_is_of_the_published_form() {
        ValidatableResponse enrolled = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment());
        String member = text(enrolled, "memberNumber");
        UUID brought = filing(post(LocalParts.asOfficer(), "/filings/transfers-in", transferIn(member)));
        corrected(brought, "transferIn", but(transferIn(member), "amount", 400_000));
        filing(post(LocalParts.asOfficer(), "/filings/losses", loss(member, today())));
        filing(post(
                LocalParts.asOfficer(),
                "/filings/enrolments",
                but(enrolment(), "memberNumber", member, "establishmentNumber", BOTH_FIXED, "acquiredOn", today())));
        List<ConsumerRecord<String, byte[]>> records = records(Topics.MEMBER_EVENTS, member, 6);
        assertThat(records.stream()
                        .map(record -> header(record, CloudEventHeaders.TYPE))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "jp.nenkin.member.MemberEnrolled.v1",
                        "jp.nenkin.member.TransferredIn.v1",
                        "jp.nenkin.member.EligibilityLost.v1",
                        "jp.nenkin.member.FilingCancelled.v1",
                        "jp.nenkin.member.EstablishmentChanged.v1");
        records.forEach(record -> assertThat(faults(record)).isEmpty());
    }

    private static List<?> faults(ConsumerRecord<String, byte[]> record) {
        String schema = "/schemas/" + header(record, CloudEventHeaders.TYPE) + ".json";
        try (InputStream written = Objects.requireNonNull(EventType.class.getResourceAsStream(schema), schema)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(EventJson.mapper().readTree(written))
                    .validate(
                            EventJson.mapper().readTree(record.value()),
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static UUID corrected(UUID filing, String type, Map<String, Object> right) {
        return filing(
                post(LocalParts.asOfficer(), "/filings/corrections", body("filingId", filing.toString(), type, right)));
    }

    private static UUID cancelled(UUID filing) {
        return filing(post(
                LocalParts.asOfficer(),
                "/filings/cancellations",
                body("establishmentNumber", FIRST_ONLY, "filingId", filing.toString(), "channel", "DATA")));
    }

    private static List<PlanBaseSalary> bases(long first) {
        return List.of(new PlanBaseSalary(Plan.FIRST, first), new PlanBaseSalary(Plan.SECOND, 5_000));
    }

    private static Filing data(UUID id, FilingType type) {
        return new Filing(id, type, FilingChannel.DATA, today());
    }

    @Test
    void a_member_taken_over_is_told_with_his_history() {
        String member = "0000040001";
        post(
                        LocalParts.asOfficer(),
                        "/take-over/members",
                        body(
                                "controlTotals",
                                body("members", 1, "firstBaseSalaryTotal", 300_000, "secondBaseSalaryTotal", 5_000),
                                "members",
                                List.of(body(
                                        "memberNumber",
                                        member,
                                        "name",
                                        "引継 花子",
                                        "birthDate",
                                        "1980-03-03",
                                        "establishmentNumber",
                                        BOTH_FIXED,
                                        "acquiredOn",
                                        "2015-04-01",
                                        "earlierPeriods",
                                        List.of(body("acquiredOn", "2005-04-01", "lostOn", "2010-10-16")),
                                        "firstBaseSalary",
                                        300_000,
                                        "transferredAssets",
                                        List.of(body(
                                                "ordinal",
                                                1,
                                                "plan",
                                                "SECOND",
                                                "receivedOn",
                                                "2012-05-10",
                                                "source",
                                                "旧基金",
                                                "creditedMonths",
                                                120))))))
                .statusCode(201);
        MemberTakenOver told =
                (MemberTakenOver) events(Topics.MEMBER_EVENTS, member, 1).getFirst();
        assertThat(told.filing().type()).isEqualTo(FilingType.TAKE_OVER);
        assertThat(told.filing().receivedOn()).isEqualTo(today());
        assertThat(told.establishmentNumber()).isEqualTo(BOTH_FIXED);
        assertThat(told.earlierPeriods())
                .containsExactly(new MembershipPeriod(LocalDate.of(2005, 4, 1), LocalDate.of(2010, 10, 16)));
        assertThat(told.baseSalaries())
                .containsExactly(new PlanBaseSalary(Plan.FIRST, 300_000), new PlanBaseSalary(Plan.SECOND, 5_000));
        assertThat(told.transferredAssets())
                .containsExactly(new TransferredAsset(1, Plan.SECOND, LocalDate.of(2012, 5, 10), "旧基金", 120));
        assertThat(events(Topics.MEMBER_PROFILE, member, 1))
                .containsExactly(new MemberProfile(member, "引継 花子", LocalDate.of(1980, 3, 3)));
    }

    @Test
    void records_are_cloud_events_keyed_by_member() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        ValidatableResponse enrolled = post(
                LocalParts.asEstablishment(FIRST_ONLY).header("traceparent", trace),
                "/filings/enrolments",
                but(enrolment(), "acquiredOn", today()));
        String member = text(enrolled, "memberNumber");
        ConsumerRecord<String, byte[]> record =
                records(Topics.MEMBER_EVENTS, member, 1).getFirst();
        assertThat(header(record, CloudEventHeaders.SPEC_VERSION)).isEqualTo("1.0");
        assertThat(header(record, CloudEventHeaders.SOURCE)).isEqualTo("/member-service");
        assertThat(header(record, CloudEventHeaders.TYPE)).isEqualTo("jp.nenkin.member.MemberEnrolled.v1");
        assertThat(header(record, CloudEventHeaders.CONTENT_TYPE)).isEqualTo("application/json");
        assertThat(header(record, "traceparent")).isEqualTo(trace);
        assertThat(UUID.fromString(header(record, CloudEventHeaders.ID))).isNotNull();
        assertThat(Instant.parse(header(record, CloudEventHeaders.TIME))).isNotNull();
        assertThat(record.partition())
                .isEqualTo(
                        Utils.toPositive(Utils.murmur2(member.getBytes(StandardCharsets.UTF_8))) % Topics.PARTITIONS);
        assertThat(new String(record.value(), StandardCharsets.UTF_8))
                .as("names and birth dates stay on the profile topic")
                .doesNotContain("年金")
                .doesNotContain("1985-05-05");
    }

    @Test
    void what_is_refused_is_not_told() {
        ValidatableResponse enrolled = post(LocalParts.asOfficer(), "/filings/enrolments", enrolment());
        String member = text(enrolled, "memberNumber");
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, today().plusDays(1)))
                .statusCode(422);
        post(LocalParts.asOfficer(), "/filings/losses", loss(member, today())).statusCode(201);
        assertThat(events(Topics.MEMBER_EVENTS, member, 2)).hasSize(2);
    }

    private static UUID filing(ValidatableResponse taken) {
        return UUID.fromString(text(taken.statusCode(201), "filingId"));
    }

    private static List<Event> events(String topic, String key, int count) {
        return records(topic, key, count).stream()
                .map(PublishedEventsTest::event)
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic, String key, int count) {
        return LocalParts.read(
                        topic,
                        LIMIT,
                        records -> records.stream()
                                        .filter(record -> isFactOf(key, record))
                                        .count()
                                >= count)
                .stream()
                .filter(record -> isFactOf(key, record))
                .toList();
    }

    /** Besides the facts each filing is told to have taken effect, which says nothing more. */
    private static boolean isFactOf(String key, ConsumerRecord<String, byte[]> record) {
        return key.equals(record.key())
                && !EventType.FILING_PROCESSED.writtenName().equals(header(record, CloudEventHeaders.TYPE));
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        try {
            EventType type =
                    EventType.named(header(record, CloudEventHeaders.TYPE)).orElseThrow();
            return EventJson.mapper().readValue(record.value(), type.record());
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
