package jp.nenkin.benchmarks;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The time that rows carry, the same in every round, so that rounds can be compared byte by byte. */
final class BenchClock {
    static final Instant START = Instant.parse("2024-04-01T00:00:00Z");
    static final Clock FIXED = Clock.fixed(START, ZoneId.of("Asia/Tokyo"));

    private BenchClock() {}
}
