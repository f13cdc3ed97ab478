package jp.nenkin.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.nenkin.auth.account.AccountProblem;
import jp.nenkin.auth.account.LoginId;
import jp.nenkin.auth.account.PasswordRule;
import jp.nenkin.auth.email.EmailAddress;
import jp.nenkin.auth.people.MemberNumber;
import jp.nenkin.events.ContactLanguage;
import jp.nenkin.kit.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The borders of every field (domain rules, section 9). */
class RegistrationFieldsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({"5,false", "6,true", "80,true", "81,false"})
    void a_login_id_has_6_to_80_signs(int length, boolean passes) {
        assertThat(LoginId.isWellFormed("a".repeat(length))).isEqualTo(passes);
    }

    @Test
    void of_half_width_letters_digits_and_five_signs() {
        assertThat(LoginId.isWellFormed("Az09-_.@+")).isTrue();
        for (char sign = ' '; sign <= '~'; sign++) {
            boolean allowed = Character.isLetterOrDigit(sign) || "-_.@+".indexOf(sign) >= 0;
            assertThat(LoginId.isWellFormed("abcde" + sign)).as("sign %s", sign).isEqualTo(allowed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdeA",
                "abcde\uFF21",
                "abcde\uFF11",
                "abcde\u00E9",
                "abcde\u30A2",
                "abcde\uD842\uDFB7",
                "abcde\n",
                "abcde "
            })
    void letters_of_other_widths_and_scripts_do_not_pass(String given) {
        boolean halfWidth = given.chars().allMatch(sign -> sign < 128 && sign > ' ');
        assertThat(LoginId.isWellFormed(given)).isEqualTo(halfWidth);
        assertThat(EmailAddress.isWellFormed(given + "@mail.example")).isEqualTo(halfWidth);
        assertThat(PasswordRule.refusal(given + "12", "login-id").isEmpty()).isEqualTo(halfWidth);
    }

    @ParameterizedTest
    @CsvSource({"abcde12,false", "abcdef12,true", "abcdefghij12,true", "abcdefghijk12,false"})
    void a_password_has_8_to_12_signs(String password, boolean passes) {
        assertThat(PasswordRule.refusal(password, "login-id").isEmpty()).isEqualTo(passes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefgh", "12345678", "abcd-123", "abcd 123", "abcd\uFF11\uFF12\uFF13\uFF14", ""})
    void with_a_letter_and_a_digit_and_nothing_else(String password) {
        assertThat(PasswordRule.refusal(password, "login-id")).contains(AccountProblem.PASSWORD_FORM);
    }

    @Test
    void and_is_not_the_login_id() {
        assertThat(PasswordRule.refusal("Nenkin2026", "nenkin2026")).contains(AccountProblem.PASSWORD_IS_LOGIN_ID);
    }

    @Test
    void a_member_number_may_lack_its_zeros() {
        assertThat(MemberNumber.of("1234")).contains("0000001234");
        assertThat(MemberNumber.of("0000001234")).contains("0000001234");
        for (String none : List.of("", "12345678901", "12a4", "\uFF11\uFF12\uFF13\uFF14", "-1", " 1")) {
            assertThat(MemberNumber.of(none)).as(none).isEmpty();
        }
    }

    @Test
    void an_address_has_6_to_255_signs_of_which_64_stand_before_the_at() {
        assertThat(EmailAddress.isWellFormed("a@b.c")).isFalse();
        assertThat(EmailAddress.isWellFormed("aa@b.c")).isTrue();
        assertThat(EmailAddress.isWellFormed("a".repeat(64) + "@" + "b".repeat(190)))
                .isTrue();
        assertThat(EmailAddress.isWellFormed("a".repeat(64) + "@" + "b".repeat(191)))
                .isFalse();
        assertThat(EmailAddress.isWellFormed("a".repeat(65) + "@mail.example")).isFalse();
        assertThat(EmailAddress.isWellFormed("a@b@mail.example")).isFalse();
        assertThat(EmailAddress.isWellFormed("@mail.example")).isFalse();
    }

    @Test
    void every_field_at_fault_is_named() {
        RegistrationResource.RegistrationBody body = new RegistrationResource.RegistrationBody(
                Consent.VERSION, "short", "no number", TODAY, "no address", ContactLanguage.JAPANESE);
        Problem problem = catchThrowableOfType(Problem.class, () -> RegistrationFields.read(body, TODAY));
        assertThat(problem.errors())
                .extracting(Problem.FieldProblem::field)
                .containsExactly("memberNumber", "loginId", "birthDate", "email");
    }

    @Test
    void without_an_address_nothing_is_asked_of_it() {
        RegistrationResource.RegistrationBody body = new RegistrationResource.RegistrationBody(
                Consent.VERSION, "abcdef", "2025", TODAY.minusDays(1), null, ContactLanguage.ENGLISH);
        Registrations.Request read = RegistrationFields.read(body, TODAY);
        assertThat(read.memberNumber()).isEqualTo("0000002025");
        assertThat(Optional.ofNullable(read.email())).isEmpty();
    }
}
