package jp.nenkin.member.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void a_place_is_read_as_it_was_written() {
        Place place = new Place(Instant.parse("2026-06-01T00:00:00.123456Z"), new UUID(1, 2), 7);
        assertThat(Place.read(place.written())).contains(place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!", "YSBiIGM", "MjAyNi0wNi0wMVQwMDowMDowMFogMSAx", "MQ"})
    void what_is_no_place_is_none(String cursor) {
        assertThat(Place.read(cursor)).isEmpty();
    }
}
