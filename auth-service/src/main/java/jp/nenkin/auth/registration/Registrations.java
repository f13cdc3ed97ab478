package jp.nenkin.auth.registration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import jp.nenkin.auth.account.LoginId;
import jp.nenkin.auth.account.LoginIds;
import jp.nenkin.auth.account.Wanted;
import jp.nenkin.auth.mail.Mails.Addressee;
import jp.nenkin.auth.people.Identities;
import jp.nenkin.auth.people.KnownPerson;
import jp.nenkin.auth.people.PeopleProblem;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;
import org.jspecify.annotations.Nullable;

/** The first half of a registration: who it is, and which login ID is reserved for him. */
@ApplicationScoped
class Registrations {
    private final Identities identities;
    private final LoginIds loginIds;
    private final TenantScope scope;

    Registrations(Identities identities, LoginIds loginIds, TenantScope scope) {
        this.identities = identities;
        this.loginIds = loginIds;
        this.scope = scope;
    }

    /** What somebody wants to register, each part well-formed. */
    record Request(
            String memberNumber,
            LocalDate birthDate,
            LoginId loginId,
            @Nullable Addressee email) {}

    /**
     * Matches the identity and reserves the login ID.
     *
     * @throws Problem 422 {@code identity-not-matched}, and what {@link Identities#match} and {@link LoginIds#open} say
     */
    LoginIds.Opened open(Request request) {
        KnownPerson person = identities
                .match(request.memberNumber(), request.birthDate())
                .orElseThrow(() -> Problem.of(PeopleProblem.IDENTITY_NOT_MATCHED));
        Wanted wanted = new Wanted(person.number(), request.loginId(), Consent.VERSION, request.email(), null);
        return scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(() -> loginIds.open(wanted)));
    }
}
