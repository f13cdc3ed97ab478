package jp.nenkin.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

class TriesTest {

    private final Kept kept = new Kept();
    private final Tries tries = new Tries(kept);

    @Test
    void there_are_as_many_places_as_the_limit_says() {
        for (int number = 0; number < 5; number++) {
            assertThat(tries.take("account/hanako", 5)).isPresent();
        }
        assertThat(tries.take("account/hanako", 5)).isEmpty();
        assertThat(tries.take("account/taro", 5)).isPresent();
    }

    @Test
    void a_place_that_comes_back_is_free() {
        assertThat(tries.take("account/hanako", 2)).isPresent();
        Tries.Place place = tries.take("account/hanako", 2).orElseThrow();

        tries.giveBack(place);

        assertThat(tries.take("account/hanako", 2)).isPresent();
        assertThat(tries.take("account/hanako", 2)).isEmpty();
    }

    @Test
    void a_place_is_held_for_a_quarter_of_an_hour() {
        assertThat(tries.take("account/hanako", 5)).isPresent();

        assertThat(Set.copyOf(kept.seconds.values())).containsExactly(900L);
    }

    @Test
    void those_who_come_at_once_find_no_more() {
        AtomicInteger taken = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            for (int number = 0; number < 200; number++) {
                all.add(CompletableFuture.runAsync(
                        () -> tries.take("account/hanako", 5).ifPresent(place -> taken.incrementAndGet()), threads));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
        }
        assertThat(taken).hasValue(5);
    }

    /** Keys and for how long, as Keycloak keeps them. */
    private static final class Kept implements SingleUseObjectProvider {
        private final ConcurrentMap<String, Long> seconds = new ConcurrentHashMap<>();

        @Override
        public boolean putIfAbsent(String key, long lifespanInSeconds) {
            return seconds.putIfAbsent(key, lifespanInSeconds) == null;
        }

        @Override
        public Map<String, String> remove(String key) {
            seconds.remove(key);
            return Map.of();
        }

        @Override
        public void put(String key, long lifespanSeconds, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, String> get(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean contains(String key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
