package jp.nenkin.auth.inquiry;

import static jp.nenkin.auth.Registering.letter;
import static jp.nenkin.auth.Registering.loginId;
import static jp.nenkin.auth.Registering.opened;
import static jp.nenkin.auth.Registering.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import jp.nenkin.auth.Neighbourhood;
import jp.nenkin.auth.Told;
import jp.nenkin.kit.LocalParts;
import jp.nenkin.kit.Sql;
import jp.nenkin.local.MailServer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LocalParts.class)
@WithTestResource(Neighbourhood.class)
class InquiryTest {
    private static final LocalDate WRONG = LocalDate.of(1970, 4, 1);

    @Test
    void the_employer_is_asked_once_and_who_was_right_is_told() {
        String number = Told.member();
        Told.profile(number, WRONG);
        String right = number + "@right.example";
        String guess = number + "@guess.example";
        ask(number, LocalDate.of(1970, 5, 5), guess);
        ask(number, Told.BORN, right);
        assertThat(Sql.column("SELECT type FROM outbox WHERE key = ?", number))
                .containsExactly("jp.nenkin.auth.BirthDateCorrectionProposed.v1");
        assertThat(Sql.column("SELECT payload FROM outbox WHERE key = ?", number))
                .noneMatch(payload -> payload.contains("1970"));
        try (MailServer mail = LocalParts.mail()) {
            Told.profile(number, Told.BORN);
            assertThat(letter(mail, right, "生年月日の確認").body())
                    .contains("/registration")
                    .doesNotContain(number, "1970");
            assertThat(mail.received()).noneMatch(letter -> letter.to().equals(guess));
            assertThat(opened(number, loginId(), null)).isNotEmpty();
        }
    }

    @Test
    void nothing_is_asked_where_nothing_differs_or_nobody_is() {
        String number = Told.member();
        ask(number, Told.BORN, number + "@mail.example");
        ask("7777777777", Told.BORN, "nobody@mail.example");
        assertThat(Sql.number("SELECT count(*) FROM outbox WHERE key IN (?, '7777777777')", number))
                .isZero();
        assertThat(Sql.number(
                        "SELECT count(*) FROM birth_date_inquiry WHERE member_number IN (?, '7777777777')", number))
                .isZero();
    }

    private static void ask(String number, LocalDate birthDate, String email) {
        String answer = post(
                        "/birth-date-inquiries",
                        Map.of(
                                "memberNumber",
                                number,
                                "birthDate",
                                birthDate.toString(),
                                "email",
                                email,
                                "language",
                                "JAPANESE"))
                .statusCode(202)
                .extract()
                .asString();
        assertThat(answer).isEmpty();
    }
}
