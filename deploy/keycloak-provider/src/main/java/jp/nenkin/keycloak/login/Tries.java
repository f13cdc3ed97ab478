package jp.nenkin.keycloak.login;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * How often somebody may still try: so many places for each key, one is taken before anything is looked at, comes back
 * where nothing was wrong, and else is free again after a quarter of an hour. Taking a place is one atomic step for all
 * of a cluster's servers, so that guesses made at once find no more of them than guesses made in turn.
 */
record Tries(SingleUseObjectProvider places) {

    private static final Duration HELD = Duration.ofMinutes(15);

    /**
     * A place that was taken.
     *
     * @param name by which it is given back
     */
    record Place(String name) {}

    /** A place of this key, or empty when all are taken. */
    Optional<Place> take(String key, int limit) {
        // From anywhere on: where most are free, the first that is tried is.
        int first = ThreadLocalRandom.current().nextInt(limit);
        for (int step = 0; step < limit; step++) {
            String name = "nenkin-login/%s/%d".formatted(key, (first + step) % limit);
            if (places.putIfAbsent(name, HELD.toSeconds())) {
                return Optional.of(new Place(name));
            }
        }
        return Optional.empty();
    }

    void giveBack(Place place) {
        places.remove(place.name());
    }
}
