package jp.nenkin.system;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.nenkin.events.Plan;
import jp.nenkin.keycloak.DemoClient;
import jp.nenkin.local.Letter;
import jp.nenkin.local.Program;
import jp.nenkin.local.demo.DemoFact.TakeOver;
import jp.nenkin.local.demo.DemoFund;
import jp.nenkin.local.demo.DemoMember;
import jp.nenkin.system.ExpectedFigures.Account;
import jp.nenkin.system.ExpectedFigures.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The yearly balance notice arrives: a message, a PDF with the member's own figures, and a mail that tells nothing. */
@ExtendWith(FundExtension.class)
class NoticesTest {
    @Test
    void the_notice_of_the_2025_example_holds_the_printed_figures(Fund fund) {
        String text = Pdf.text(document(fund, DemoFund.EXAMPLE_2025, 2024));

        assertThat(text)
                .contains("100,000", "39,600", "4,494", "144,094", "300,000")
                .contains("50,000", "12,000", "2,091", "64,091", "1,000")
                .contains(DemoFund.EXAMPLE_2025, name(fund, DemoFund.EXAMPLE_2025));
    }

    @Test
    void a_member_taken_over_with_a_balance_drawn_at_random_finds_its_own_figures(Fund fund) {
        DemoMember drawn = fund.cast().drawn();
        LocalDate end = LocalDate.of(2026, 3, 31);
        Figures figures = requireNonNull(fund.expected().of(drawn).get(new Account(Plan.FIRST, 0)));
        long opening =
                ((TakeOver) drawn.facts().getFirst()).balances().getFirst().yen();
        long interest = requireNonNull(figures.interest().get(end));
        long closing = requireNonNull(figures.closings().get(end));

        String text = Pdf.text(document(fund, fund.desk().number(drawn), 2025));

        assertThat(text).contains(yen(opening), yen(closing - opening - interest), yen(interest), yen(closing));
    }

    @Test
    void everybody_with_a_statement_has_one_message_and_one_mail(Fund fund) {
        JsonPath publication = publication(fund, 2024);
        int statements = publication.getInt("statements");
        assertThat(statements).isGreaterThan(100);
        assertThat(publication.getInt("messages")).isEqualTo(statements);
        await().atMost(Duration.ofMinutes(2)).until(() -> mails(fund, "sent") == mails(fund, "total"));
        assertThat(publication(fund, 2024).getInt("mails.undeliverable")).isZero();

        // Others tell of login IDs and addresses.
        Map<String, List<String>> mails = fund.system().mail().received().stream()
                .filter(letter -> letter.subject().contains("お知らせBOX"))
                .collect(Collectors.groupingBy(Letter::to, Collectors.mapping(Letter::id, Collectors.toList())));
        assertThat(mails.values().stream().flatMap(List::stream))
                .hasSize(mails(fund, "sent"))
                .doesNotHaveDuplicates();
        assertThat(mails.get(DemoFund.address(fund.desk().number(fund.cast().drawn()))))
                .hasSize(1);
    }

    @Test
    void a_mail_says_that_a_message_waits_and_nothing_else_of_its_member(Fund fund) {
        DemoMember member = fund.demo().members().stream()
                .filter(each -> fund.record().number(each).equals(DemoFund.EXAMPLE_2025))
                .findFirst()
                .orElseThrow();
        List<Letter> letters = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> fund.system().mail().received().stream()
                                .filter(letter -> letter.to().contains(DemoFund.address(DemoFund.EXAMPLE_2025)))
                                .toList(),
                        received -> !received.isEmpty());

        assertThat(letters)
                .allSatisfy(letter -> assertThat(letter.subject() + letter.body())
                        .contains(fund.running().url(Program.AUTH).toString())
                        .doesNotContain(member.name(), DemoFund.EXAMPLE_2025, "144,094", "208,185"));
    }

    private static JsonPath publication(Fund fund, int fiscalYear) {
        return JsonPath.from(fund.api()
                        .as(DemoClient.officerA(), Program.NOTICE)
                        .get("/publications")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .setRootPath("publications.find { it.fiscalYear == " + fiscalYear + " }");
    }

    /** How many mails of all publications are in this state. */
    private static int mails(Fund fund, String state) {
        return fund.api()
                .as(DemoClient.officerA(), Program.NOTICE)
                .get("/publications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("publications.mails." + state + ".sum()");
    }

    private static byte[] document(Fund fund, String number, int fiscalYear) {
        fund.running().ensureClients(List.of(DemoClient.member(number)));
        String id = fund.api()
                .as(DemoClient.member(number), Program.NOTICE)
                .get("/members/{member}/messages", number)
                .then()
                .statusCode(200)
                .extract()
                .path("messages.find { it.fiscalYear == " + fiscalYear + " }.id");
        return fund.api()
                .as(DemoClient.member(number), Program.NOTICE)
                .get("/members/{member}/messages/{id}/document", number, id)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    private static String name(Fund fund, String number) {
        return fund.demo().members().stream()
                .filter(member -> fund.record().number(member).equals(number))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static String yen(long amount) {
        return String.format(Locale.ROOT, "%,d", amount);
    }
}
