package jp.nenkin.ledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import org.junit.jupiter.api.Test;

/** Whatever an imperfect office tells it, the ledger holds after every step what the oracle counts. */
class LivesAgreeTest {
    private static final long LIVES = Long.getLong("nenkin.lives", 100);
    private static final PlanTerms TERMS = PlanData.read();

    @Test
    void after_every_step_the_ledger_holds_what_the_oracle_counts() {
        long steps = LongStream.rangeClosed(1, LIVES)
                .parallel()
                .map(seed -> agreed(SeededLives.of(seed)))
                .sum();

        assertThat(steps).as("steps compared").isGreaterThan(50 * LIVES);
    }

    private static int agreed(SeededLife life) {
        PlayedLife played = new PlayedLife(life, TERMS);
        LedgerAgreement agreement = new LedgerAgreement(played.ledger());
        int last = life.steps().size() - 1;
        for (int k = 0; k <= last; k++) {
            try {
                played.take(k);
                agreement.check(life, k);
            } catch (AssertionError | RuntimeException difference) {
                throw new AssertionError(
                        life + ", step " + k + ", " + life.steps().get(k) + ": " + difference.getMessage(), difference);
            }
        }
        return last + 1;
    }
}
