package jp.nenkin.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the verification is started. */
class VerifyLedgerTest {
    @Test
    void the_log_manager_is_named_before_the_program_so_that_it_says_nothing_of_its_own() {
        List<String> line = VerifyLedger.line(List.of("--run", "7"));

        assertThat(line)
                .containsSubsequence(
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "jp.nenkin.ledger.seal.VerifyCommand",
                        "--run",
                        "7");
    }
}
