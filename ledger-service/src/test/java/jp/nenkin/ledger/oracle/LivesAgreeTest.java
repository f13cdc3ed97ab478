package jp.nenkin.ledger.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import jp.nenkin.ledger.account.PlanData;
import jp.nenkin.ledger.account.PlanTerms;
import org.junit.jupiter.api.Test;

/** Whatever an imperfect office tells it, the ledger holds after every step what the oracle counts. */
class LivesAgreeTest {
    private static final long LIVES = Long.getLong("nenkin.lives", 60);
    private static final PlanTerms TERMS = PlanData.read();

    @Test
    void after_every_step_the_ledger_holds_what_the_oracle_counts() {
        List<Compared> compared = LongStream.rangeClosed(1, LIVES)
                .parallel()
                .mapToObj(seed -> agreed(SeededLives.of(seed)))
                .toList();

        assertThat(compared.stream().mapToLong(Compared::steps).sum())
                .as("steps compared")
                .isGreaterThan(50 * LIVES);
        assertThat(compared.stream().mapToLong(Compared::statements).sum())
                .as("statements compared")
                .isGreaterThan(50 * LIVES);
    }

    private record Compared(int steps, int statements) {}

    private static Compared agreed(SeededLife life) {
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
        return new Compared(last + 1, agreement.statementsCompared());
    }
}
