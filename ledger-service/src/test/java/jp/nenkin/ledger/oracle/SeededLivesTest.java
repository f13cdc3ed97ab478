package jp.nenkin.ledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The lives hold what they promise, and chance leaves no kind of life out. */
class SeededLivesTest {
    private static final boolean LONG = System.getProperty("long") != null;
    private static final List<SeededLife> LIVES =
            LongStream.range(0, LONG ? 1_000 : 250).mapToObj(SeededLives::of).toList();

    @Test
    void what_is_believed_after_the_last_step_is_true() {
        for (SeededLife life : LIVES) {
            assertThat(life.factsKnownAfter(life.steps().size() - 1))
                    .as(life.toString())
                    .isEqualTo(life.truth());
        }
    }

    @Test
    void the_same_seed_gives_the_same_life() {
        assertThat(SeededLives.of(42)).isEqualTo(SeededLives.of(42)).isNotEqualTo(SeededLives.of(43));
    }

    @Test
    void every_kind_of_life_occurs() {
        Map<Kind, Integer> seen = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            seen.put(kind, 0);
        }
        LIVES.stream().flatMap(life -> Kind.of(life).stream()).forEach(kind -> seen.merge(kind, 1, Integer::sum));

        assertThat(seen).as("of %d lives: %s", LIVES.size(), seen).doesNotContainValue(0);
    }
}
