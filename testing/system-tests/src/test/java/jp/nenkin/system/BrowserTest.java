package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFund;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal in a real browser: the tests of portal/browser-tests against the system that is up. */
@ExtendWith(FundExtension.class)
class BrowserTest {
    private static final String LOGIN = "member-" + DemoFund.EXAMPLE_2025;
    private static final Duration LIMIT = Duration.ofMinutes(6);

    @Test
    void members_and_officers_find_what_they_came_for(Fund fund) throws IOException {
        Path project = ExternalProgram.project();
        Path output = Files.createDirectories(Path.of("target", "browser").toAbsolutePath());

        String printed = ExternalProgram.run(
                project.resolve("portal"), LIMIT, environment(fund, output), List.of("npm", "run", "browser-tests"));

        System.out.println(printed);
        try (Stream<Path> files = Files.list(output)) {
            Path pdf = files.filter(file -> file.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Pdf.text(Files.readAllBytes(pdf)))
                    .contains("100,000", "39,600", "4,494", "144,094", "300,000")
                    .contains("50,000", "12,000", "2,091", "64,091", "1,000");
        }
    }

    private static Map<String, String> environment(Fund fund, Path output) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PORTAL_URL", fund.running().url(Program.AUTH).toString());
        environment.put("MEMBER_LOGIN", LOGIN);
        environment.put("MEMBER_NUMBER", DemoFund.EXAMPLE_2025);
        environment.put(
                "MEMBER_PASSWORD", fund.running().password("member", LOGIN).orElseThrow());
        environment.put("MEMBER_BIRTH_DATE", DemoFund.EXAMPLE_2025_BORN.format(DateTimeFormatter.BASIC_ISO_DATE));
        environment.put("OFFICER_LOGIN", "officer-a");
        environment.put(
                "OFFICER_PASSWORD", fund.running().password("fund", "officer-a").orElseThrow());
        environment.put("DATA", fund.running().folder().root().toString());
        environment.put("FISCAL_YEAR", "2024");
        environment.put("OUTPUT", output.toString());
        return environment;
    }
}
