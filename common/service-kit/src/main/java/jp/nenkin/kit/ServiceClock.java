package jp.nenkin.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The services' time in Asia/Tokyo, in microseconds: the real one, or one set to a start and running on from there. */
@ApplicationScoped
class ServiceClock {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    // What a column keeps of an instant: an answer tells what reading it again will tell.
    private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);

    @Produces
    @ApplicationScoped
    Clock clock(
            @ConfigProperty(name = "nenkin.clock.start") Optional<Instant> start,
            @ConfigProperty(name = "nenkin.clock.anchor") Optional<Instant> anchor) {
        return Clock.tick(start.map(set -> from(set, anchor)).orElseGet(() -> Clock.system(TOKYO)), TICK);
    }

    /** Without the anchor each restart would turn the time back, and two services would disagree. */
    private static Clock from(Instant start, Optional<Instant> anchor) {
        Instant setAt = anchor.orElseThrow(() ->
                new IllegalStateException("NENKIN_CLOCK_START needs NENKIN_CLOCK_ANCHOR, the instant it was set"));
        return Clock.offset(Clock.system(TOKYO), Duration.between(setAt, start));
    }
}
