package jp.nenkin.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceClockTest {
    private static final Instant START = Instant.parse("2024-03-31T15:00:00Z");

    private final ServiceClock clocks = new ServiceClock();

    @Test
    void it_tells_the_real_time_in_tokyo_when_nothing_is_set() {
        Clock clock = clocks.clock(Optional.empty(), Optional.empty());

        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void it_runs_on_from_its_start_since_that_was_set() {
        Clock clock = clocks.clock(Optional.of(START), Optional.of(Instant.now().minus(Duration.ofHours(3))));

        assertThat(clock.instant()).isCloseTo(START.plus(Duration.ofHours(3)), within(1, ChronoUnit.SECONDS));
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void it_tells_no_more_than_a_column_keeps() {
        Clock clock = clocks.clock(Optional.of(START.plusNanos(789)), Optional.of(Instant.now()));

        Instant now = clock.instant();

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    void a_start_without_the_instant_it_was_set_at_is_refused() {
        assertThatThrownBy(() -> clocks.clock(Optional.of(START), Optional.empty()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NENKIN_CLOCK_ANCHOR");
    }
}
