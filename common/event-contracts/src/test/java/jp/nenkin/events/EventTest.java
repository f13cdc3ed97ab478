package jp.nenkin.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the records refuse, and what surrounds them on Kafka. */
class EventTest {
    private static final LocalDate BIRTH_DATE = LocalDate.of(1975, 6, 10);

    @Test
    void a_number_of_another_form_is_refused_with_its_value() {
        assertThatThrownBy(() -> new MemberProfile("1234", "年金 太郎", BIRTH_DATE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("memberNumber")
                .hasMessageContaining("1234");
        assertThatThrownBy(() -> Checks.establishmentNumber("12345678")).hasMessageContaining("establishmentNumber");
        assertThatThrownBy(() -> Checks.rate("3.70")).hasMessageContaining("3.70");
        assertThatThrownBy(() -> Checks.ordinal(-1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> Checks.transferredOrdinal(0)).hasMessageContaining("0");
    }

    @Test
    void an_absent_field_is_left_out_and_read_as_absent() throws JsonProcessingException {
        var unknown = new StatementPrepared.YearRate(2026, null);
        String json = EventJson.mapper().writeValueAsString(unknown);
        assertThat(json).isEqualTo("{\"fiscalYear\":2026}");
        assertThat(EventJson.mapper().readValue(json, StatementPrepared.YearRate.class))
                .isEqualTo(unknown);
    }

    @Test
    void an_unknown_written_name_is_no_type() {
        assertThat(EventType.named("jp.nenkin.member.MemberEnrolled.v9")).isEmpty();
        assertThat(EventType.named("jp.nenkin.member.MonthClosed.v1")).contains(EventType.MONTH_CLOSED);
    }

    @Test
    void every_record_that_may_be_published_has_a_type() {
        assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::record))
                .containsExactlyInAnyOrderElementsOf(concrete(Event.class).toList());
    }

    @Test
    void the_headers_say_who_what_and_when() {
        var closed = new MonthClosed(YearMonth.of(2024, 4), Instant.parse("2024-05-15T00:00:00Z"));
        assertThat(CloudEventHeaders.of(EventType.of(closed), "17-3", closed.closedAt()))
                .containsEntry(CloudEventHeaders.SPEC_VERSION, "1.0")
                .containsEntry(CloudEventHeaders.ID, "17-3")
                .containsEntry(CloudEventHeaders.SOURCE, "/member-service")
                .containsEntry(CloudEventHeaders.TYPE, "jp.nenkin.member.MonthClosed.v1")
                .containsEntry(CloudEventHeaders.TIME, "2024-05-15T00:00:00Z")
                .containsEntry(CloudEventHeaders.CONTENT_TYPE, "application/json");
    }

    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTest::concrete)
                : Stream.of(type);
    }
}
