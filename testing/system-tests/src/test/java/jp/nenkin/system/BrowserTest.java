package jp.nenkin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFund;
import jp.nenkin.local.demo.DemoMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The portal in a real browser: the tests of portal/browser-tests against the system that is up. */
@ExtendWith(FundExtension.class)
class BrowserTest {
    private static final String LOGIN = "member-" + DemoFund.EXAMPLE_2025;
    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration PROPOSED = Duration.ofMinutes(1);

    /** Of the member whose birth date the fund has wrong: the right one. */
    private static final LocalDate CORRECT_BIRTH_DATE = LocalDate.of(1980, 3, 1);

    @Test
    void members_and_officers_find_what_they_came_for(Fund fund) throws Exception {
        Path output = Files.createDirectories(Path.of("target", "browser").toAbsolutePath());

        // Side by side, as people are; each with an officer of its own, who has one new code every half minute.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> known = threads.submit(() -> run(fund, output, "officer-a", "member", "officer", "pages"));
            Future<String> newcomers = threads.submit(() -> {
                String registered = run(fund, output, "officer-b", "registration");
                correctBirthDate(fund, fund.cast().enrolledLate());
                return registered + run(fund, output, "officer-b", "corrected");
            });
            System.out.println(known.get() + newcomers.get());
        }

        try (Stream<Path> files = Files.list(output)) {
            Path pdf = files.filter(file -> file.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Pdf.text(Files.readAllBytes(pdf)))
                    .contains("100,000", "39,600", "4,494", "144,094", "300,000")
                    .contains("50,000", "12,000", "2,091", "64,091", "1,000");
        }
    }

    private static String run(Fund fund, Path output, String officer, String... files) {
        List<String> line = Stream.concat(Stream.of("npm", "run", "browser-tests", "--"), Stream.of(files))
                .toList();
        return ExternalProgram.run(
                ExternalProgram.project().resolve("portal"), LIMIT, environment(fund, output, officer), line);
    }

    /** What the employer does who is asked to look at a birth date, and knows the right one. */
    private static void correctBirthDate(Fund fund, DemoMember member) {
        String number = fund.desk().number(member);
        String establishment = member.establishment().number();
        DemoClient employer = DemoClient.establishment(establishment);
        List<String> asked = await().atMost(PROPOSED)
                .until(
                        () -> fund.api()
                                .as(employer, Program.MEMBER)
                                .get("/birth-date-proposals")
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("proposals.memberNumber"),
                        numbers -> numbers.contains(number));
        assertThat(asked).containsOnlyOnce(number);
        Map<String, Object> filing = Map.of(
                "channel",
                "DATA",
                "establishmentNumber",
                establishment,
                "memberNumber",
                number,
                "correctBirthDate",
                CORRECT_BIRTH_DATE.toString());
        fund.api()
                .command(employer, Program.MEMBER, filing)
                .post("/filings/birth-date-corrections")
                .then()
                .statusCode(201);
    }

    private static Map<String, String> environment(Fund fund, Path output, String officer) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PORTAL_URL", fund.running().url(Program.AUTH).toString());
        environment.put("MEMBER_LOGIN", LOGIN);
        environment.put("MEMBER_NUMBER", DemoFund.EXAMPLE_2025);
        environment.put(
                "MEMBER_PASSWORD", fund.running().password("member", LOGIN).orElseThrow());
        environment.put("MEMBER_BIRTH_DATE", DemoFund.EXAMPLE_2025_BORN.format(DateTimeFormatter.BASIC_ISO_DATE));
        environment.put("OFFICER_LOGIN", officer);
        environment.put(
                "OFFICER_PASSWORD", fund.running().password("fund", officer).orElseThrow());
        environment.put("DATA", fund.running().folder().root().toString());
        environment.put("FISCAL_YEAR", "2024");
        environment.put("OUTPUT", output.toString());
        environment.put(
                "IMAP_URL", "imaps://localhost:" + fund.running().ports().imaps());
        newcomer(environment, "REGISTRANT", fund, fund.cast().newcomer());
        newcomer(environment, "WITHOUT_MAIL", fund, fund.cast().creditedLate());
        newcomer(environment, "MISTAKEN", fund, fund.cast().enrolledLate());
        environment.put("MISTAKEN_BIRTH_DATE", CORRECT_BIRTH_DATE.toString());
        return environment;
    }

    private static void newcomer(Map<String, String> environment, String name, Fund fund, DemoMember member) {
        environment.put(name + "_NUMBER", fund.desk().number(member));
        environment.put(name + "_BIRTH_DATE", member.birthDate().toString());
    }
}
