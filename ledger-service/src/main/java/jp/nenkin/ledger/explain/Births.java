package jp.nenkin.ledger.explain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.ledger.membership.BirthDates;
import jp.nenkin.ledger.money.MemberNumber;
import org.jspecify.annotations.Nullable;

/** Members' birth dates, asked for by the system: no caller sees one, and some days of a life follow from it. */
@ApplicationScoped
class Births {
    private final BirthDates dates;
    private final TenantScope scope;

    Births(BirthDates dates, TenantScope scope) {
        this.dates = dates;
        this.scope = scope;
    }

    /** None while it has not come, or after it was erased; not to be asked for inside a caller's transaction. */
    @Nullable
    LocalDate of(MemberNumber member) {
        return scope.asSystem(() ->
                QuarkusTransaction.requiringNew().call(() -> dates.of(member).orElse(null)));
    }
}
