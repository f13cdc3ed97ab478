package jp.nenkin.ledger.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

/** How far a verification says it is. */
class StepsLineTest {
    private static String told(boolean terminal, int of) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, UTF_8)) {
            StepsLine line = new StepsLine(out, terminal);
            for (int parts = 1; parts <= of; parts++) {
                line.done(parts, of);
            }
        }
        return printed.toString(UTF_8);
    }

    @Test
    void a_file_gets_a_line_for_each_tenth() {
        assertThat(told(false, 250).lines())
                .hasSize(10)
                .startsWith("step 25 of 250", "step 50 of 250")
                .endsWith("step 250 of 250");
    }

    @Test
    void few_steps_are_told_one_by_one() {
        assertThat(told(false, 3).lines()).containsExactly("step 1 of 3", "step 2 of 3", "step 3 of 3");
    }

    @Test
    void a_terminal_gets_one_line_that_is_written_over() {
        assertThat(told(true, 250).chars().filter(each -> each == '\n').count()).isEqualTo(1);
        assertThat(told(true, 250)).startsWith("\rstep 1 of 250\rstep 2 of 250").endsWith("\rstep 250 of 250\n");
    }
}
