package jp.nenkin.notice.mail;

import static jp.nenkin.notice.Requests.get;
import static jp.nenkin.notice.Requests.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.events.EventType;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.local.Letter;
import jp.nenkin.local.LocalCertificates;
import jp.nenkin.local.MailServer;
import jp.nenkin.notice.Given;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(LocalParts.class)
class MailTest {

    /** Other tests publish while there is no mail server; what they leave would come first. */
    @BeforeEach
    void nothing_waits() {
        Sql.run("UPDATE mail SET status = 'SENT', settled_at = now() WHERE status = 'WAITING'");
    }

    @Test
    void a_mail_says_that_a_message_waits_and_nothing_else() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String to = "taro." + member + "@mail.example";
        Given.address(member, to, ContactLanguage.JAPANESE);
        try (MailServer server = LocalParts.mail()) {
            publishFor(year, member);
            Letter letter = awaitOne(server, to);
            assertThat(letter.from()).isEqualTo("no-reply@fund.example");
            assertThat(letter.subject()).isEqualTo("【企業年金ポータル】お知らせBOXに新着メッセージがあります");
            assertThat(letter.body()).contains(portal()).contains("お知らせBOX");
            assertThat(letter.id()).isEqualTo("<" + mailOf(member) + "@fund.example>");
            assertThat(letter.source().replace(to, ""))
                    .contains("Auto-Submitted: auto-generated")
                    .contains("Content-Type: text/plain; charset=utf-8");
            assertThat(letter.subject() + letter.body())
                    .doesNotContain("年金 太郎", "太郎", member, "144", "残高", Integer.toString(year));
        }
    }

    @Test
    void whoever_reads_english_is_written_to_in_english() {
        int year = Given.year();
        String member = Given.member("Taro Nenkin");
        String to = "english." + member + "@mail.example";
        Given.address(member, to, ContactLanguage.ENGLISH);
        try (MailServer server = LocalParts.mail()) {
            publishFor(year, member);
            Letter letter = awaitOne(server, to);
            assertThat(letter.subject()).isEqualTo("[Pension portal] A new message is in your inbox");
            assertThat(letter.body()).contains(portal()).doesNotContain("Taro", member, "balance");
        }
    }

    @Test
    void without_an_address_there_is_a_message_and_no_mail() {
        int year = Given.year();
        String without = Given.member("年金 太郎");
        String with = Given.member("企業 花子");
        String to = "with." + with + "@mail.example";
        Given.address(with, to, ContactLanguage.JAPANESE);
        try (MailServer server = LocalParts.mail()) {
            String id = publishFor(year, without, with);
            awaitOne(server, to);
            awaitSettled(year);
            get(LocalParts.asOfficer(), "/publications/" + id)
                    .body("messages", equalTo(2))
                    .body("mails.total", equalTo(1))
                    .body("mails.sent", equalTo(1));
            assertThat(Sql.number("SELECT count(*) FROM message WHERE member_number = ?", without))
                    .isEqualTo(1);
        }
    }

    @Test
    void messages_do_not_wait_for_the_mail_server_and_mails_follow_when_it_is_back() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String to = "away." + member + "@mail.example";
        Given.address(member, to, ContactLanguage.JAPANESE);
        String id = publishFor(year, member);
        await().atMost(Given.LIMIT)
                .until(() -> Sql.number("SELECT attempts FROM mail WHERE member_number = ?", member) >= 2);
        get(LocalParts.asOfficer(), "/publications/" + id)
                .body("status", equalTo("COMPLETED"))
                .body("messages", equalTo(1))
                .body("mails.sent", equalTo(0));
        try (MailServer server = LocalParts.mail()) {
            awaitOne(server, to);
            awaitSettled(year);
            get(LocalParts.asOfficer(), "/publications/" + id).body("mails.sent", equalTo(1));
        }
    }

    @Test
    void a_mail_put_off_waits_longer_each_time_and_arrives_once() throws Exception {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String to = "later." + member + "@mail.example";
        Given.address(member, to, ContactLanguage.JAPANESE);
        try (RefusingServer server = RefusingServer.start(451)) {
            publishFor(year, member);
            await().atMost(Given.LIMIT).until(() -> server.recipients().size() >= 2);
            await().atMost(Given.LIMIT)
                    .until(() -> Sql.number("SELECT attempts FROM mail WHERE member_number = ?", member) >= 2);
        }
        assertThat(Sql.column("SELECT status || smtp_code FROM mail WHERE member_number = ?", member))
                .containsExactly("WAITING451");
        try (MailServer server = LocalParts.mail()) {
            awaitOne(server, to);
            awaitSettled(year);
            assertThat(to(server, to)).hasSize(1);
        }
    }

    @Test
    void an_address_refused_for_good_is_not_tried_again() throws Exception {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String to = "nobody." + member + "@mail.example";
        Given.address(member, to, ContactLanguage.JAPANESE);
        try (RefusingServer server = RefusingServer.start(550);
                Logged log = Logged.listening()) {
            String id = publishFor(year, member);
            awaitSettled(year);
            assertThat(Sql.column("SELECT status || smtp_code FROM mail WHERE member_number = ?", member))
                    .containsExactly("UNDELIVERABLE550");
            get(LocalParts.asOfficer(), "/publications/" + id)
                    .body("mails.total", equalTo(1))
                    .body("mails.sent", equalTo(0))
                    .body("mails.undeliverable", equalTo(1));
            assertThat(server.recipients()).containsExactly("RCPT TO:<" + to + ">");
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains(mailOf(member), "550"))
                    .noneSatisfy(line -> assertThat(line).contains(to));
        }
    }

    @Test
    void a_mail_server_that_is_not_of_our_authority_gets_nothing(@TempDir Path elsewhere) throws Exception {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        Given.address(member, "stolen." + member + "@mail.example", ContactLanguage.JAPANESE);
        LocalCertificates foreign = LocalCertificates.in(elsewhere, InstantSource.system());
        try (RefusingServer server = RefusingServer.start(550, foreign)) {
            publishFor(year, member);
            await().atMost(Given.LIMIT)
                    .until(() -> Sql.number("SELECT attempts FROM mail WHERE member_number = ?", member) >= 2);
            assertThat(server.recipients()).isEmpty();
        }
        assertThat(Sql.column("SELECT status FROM mail WHERE member_number = ?", member))
                .containsExactly("WAITING");
    }

    @Test
    void an_address_taken_back_is_written_to_no_more() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String to = "taken.back." + member + "@mail.example";
        Given.address(member, to, ContactLanguage.JAPANESE);
        publishFor(year, member);
        Given.erasedAddress(member);
        try (MailServer server = LocalParts.mail()) {
            awaitSettled(year);
            assertThat(Sql.column("SELECT status FROM mail WHERE member_number = ?", member))
                    .containsExactly("UNDELIVERABLE");
            assertThat(to(server, to)).isEmpty();
        }
    }

    @Test
    void what_was_sent_and_not_noted_is_sent_again_as_the_same_mail() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        String to = "twice." + member + "@mail.example";
        Given.address(member, to, ContactLanguage.JAPANESE);
        try (MailServer server = LocalParts.mail()) {
            publishFor(year, member);
            awaitOne(server, to);
            awaitSettled(year);
            Sql.run("UPDATE mail SET status = 'WAITING', settled_at = NULL WHERE member_number = ?", member);
            await().atMost(Given.LIMIT).until(() -> to(server, to).size() == 2);
            assertThat(to(server, to).stream().map(Letter::id).distinct()).hasSize(1);
        }
    }

    @Test
    void many_senders_send_each_mail_once() {
        int year = Given.year();
        String[] members =
                Stream.generate(() -> Given.member("年金 太郎")).limit(20).toArray(String[]::new);
        for (String member : members) {
            Given.address(member, "many." + member + "@mail.example", ContactLanguage.JAPANESE);
        }
        try (MailServer server = LocalParts.mail()) {
            publishFor(year, members);
            awaitSettled(year);
            assertThat(server.received().stream().map(Letter::to).filter(to -> to.startsWith("many.")))
                    .hasSize(members.length)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void an_address_with_a_line_break_is_no_address() {
        int year = Given.year();
        String member = Given.member("年金 太郎");
        Given.sendRaw(EventType.MEMBER_CONTACT, member, """
                {"memberNumber":"%s","email":"a@mail.example\\r\\nBcc: b@mail.example","language":"JAPANESE"}
                """.formatted(member));
        await().atMost(Given.LIMIT)
                .until(() -> Sql.column("SELECT reason FROM parked_event WHERE key = ?", member)
                        .contains("malformed-event"));
        publishFor(year, member);
        assertThat(Sql.number("SELECT count(*) FROM contact WHERE member_number = ?", member))
                .isZero();
        assertThat(Sql.number("SELECT count(*) FROM mail WHERE member_number = ?", member))
                .isZero();
    }

    /** Published, and every message made. */
    private static String publishFor(int year, String... members) {
        Given.completeStatements(year, members);
        String id = publish(year).statusCode(202).extract().path("id");
        await().atMost(Given.LIMIT)
                .until(() -> Sql.number(
                                "SELECT count(*) FROM publication WHERE fiscal_year = ? AND completed_at IS NOT NULL",
                                year)
                        == 1);
        return id;
    }

    private static void awaitSettled(int year) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Sql.number("SELECT count(*) FROM mail WHERE fiscal_year = ? AND status = 'WAITING'", year)
                        == 0);
    }

    private static Letter awaitOne(MailServer server, String to) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !to(server, to).isEmpty());
        return to(server, to).getFirst();
    }

    private static List<Letter> to(MailServer server, String to) {
        return server.received().stream()
                .filter(letter -> letter.to().equals(to))
                .toList();
    }

    private static String mailOf(String member) {
        return Sql.column("SELECT id FROM mail WHERE member_number = ?", member).getFirst();
    }

    private static String portal() {
        return ConfigProvider.getConfig().getValue("nenkin.portal.url", String.class);
    }
}
