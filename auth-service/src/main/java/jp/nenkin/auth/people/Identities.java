package jp.nenkin.auth.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import jp.nenkin.auth.limit.Limit;
import jp.nenkin.auth.limit.Limits;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;

/** Who a caller says to be, held against the records: five times a member number and quarter of an hour. */
@ApplicationScoped
public class Identities {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final People people;
    private final Limits limits;
    private final TenantScope scope;

    Identities(People people, Limits limits, TenantScope scope) {
        this.people = people;
        this.limits = limits;
        this.scope = scope;
    }

    /**
     * The person of this number and birth date who may have a login ID; empty whatever of it is not so. Outside any
     * transaction.
     *
     * @throws Problem 503 {@code records-behind}, which is counted as no try; 429 {@code too-many-tries}
     */
    public Optional<KnownPerson> match(String number, LocalDate birthDate) {
        if (!recordsAreCurrent()) {
            throw Problem.of(PeopleProblem.RECORDS_BEHIND).retryAfter(TRY_AGAIN);
        }
        limits.count(Limit.IDENTITY, number);
        return scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(() -> people.find(number)))
                .filter(person -> person.birthDate().equals(birthDate))
                .filter(KnownPerson::mayRegister);
    }

    private boolean recordsAreCurrent() {
        return scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(people::areCurrent));
    }
}
