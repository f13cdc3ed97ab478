package jp.nenkin.auth.registration;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.auth.account.AccountProblem;
import jp.nenkin.auth.account.LoginId;
import jp.nenkin.auth.email.EmailAddress;
import jp.nenkin.auth.email.EmailProblem;
import jp.nenkin.auth.mail.Mails.Addressee;
import jp.nenkin.auth.people.MemberNumber;
import jp.nenkin.auth.people.PeopleProblem;
import jp.nenkin.kit.KitProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.ProblemCode;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into the form, and names every field that does not have its form. */
final class RegistrationFields {
    private Problem problem = Problem.of(KitProblem.INVALID);

    private RegistrationFields() {}

    /**
     * Reads it.
     *
     * @throws Problem 400 {@code invalid} with each field at fault
     */
    static Registrations.Request read(RegistrationResource.RegistrationBody body, LocalDate today) {
        RegistrationFields fields = new RegistrationFields();
        Optional<String> number = MemberNumber.of(body.memberNumber());
        fields.refuseUnless(number.isPresent(), "memberNumber", PeopleProblem.MEMBER_NUMBER_FORM);
        fields.refuseUnless(LoginId.isWellFormed(body.loginId()), "loginId", AccountProblem.LOGIN_ID_FORM);
        fields.refuseUnless(body.birthDate().isBefore(today), "birthDate", PeopleProblem.BIRTH_DATE_FORM);
        @Nullable String email = body.email();
        fields.refuseUnless(email == null || EmailAddress.isWellFormed(email), "email", EmailProblem.EMAIL_FORM);
        if (!fields.problem.errors().isEmpty()) {
            throw fields.problem;
        }
        return new Registrations.Request(
                number.orElseThrow(),
                body.birthDate(),
                new LoginId(body.loginId()),
                email == null ? null : new Addressee(email, body.language()));
    }

    private void refuseUnless(boolean wellFormed, String field, ProblemCode code) {
        if (!wellFormed) {
            problem = problem.field(field, code, Map.of());
        }
    }
}
