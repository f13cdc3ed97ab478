package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a mobile client that docs/examples shows, gone by the very script. */
@ExtendWith(FundExtension.class)
class MobileClientTest {
    private static final String LOGIN = "member-" + DemoFund.EXAMPLE_2025;

    @Test
    void a_member_reads_balances_and_messages_with_tokens_of_the_device(Fund fund) {
        String printed = run(fund, fund.running().password("member", LOGIN).orElseThrow());

        assertThat(printed).containsPattern("FIRST [0-9,]+\n").containsPattern("SECOND [0-9,]+\n");
        assertThat(printed).containsPattern("2026/0[0-9]/[0-9]{2} .*仮想個人勘定残高通知書");
    }

    @Test
    void a_wrong_password_is_told_as_such(Fund fund) {
        assertThatThrownBy(() -> run(fund, "chigau99"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("login ID, password or birth date is wrong");
    }

    private static String run(Fund fund, String password) {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "NODE_EXTRA_CA_CERTS",
                fund.running().folder().certificates().caFile().toString());
        environment.put("KEYCLOAK", fund.running().keycloakUrl().toString());
        environment.put("LEDGER", fund.running().url(Program.LEDGER).toString());
        environment.put("NOTICE", fund.running().url(Program.NOTICE).toString());
        environment.put("LOGIN_ID", LOGIN);
        environment.put("PASSWORD", password);
        environment.put("BIRTH_DATE", DemoFund.EXAMPLE_2025_BORN.format(DateTimeFormatter.BASIC_ISO_DATE));
        Path project = ExternalProgram.project();
        return ExternalProgram.run(
                project, Duration.ofMinutes(1), environment, List.of("node", "docs/examples/mobile-client.mjs"));
    }
}
