package jp.nenkin.kit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Tells PostgreSQL, at the start of every transaction, for whom it works; policies read it with current_setting.
 *
 * <p>{@code app.role} is officer, establishment, consultant, member or system; {@code app.caller},
 * {@code app.establishment}, {@code app.consultant} and {@code app.member} hold the caller's id and numbers. All are
 * empty when nobody is known, and policies deny then. {@code app.today} is the Clock's day, which policies go by, since
 * the Clock can be set and the database's cannot.
 */
@ApplicationScoped
public class TenantScope {
    private static final ScopedValue<Boolean> SYSTEM = ScopedValue.newInstance();
    // The last argument keeps the setting inside the transaction: without it, the pool's next borrower would inherit
    // it.
    private static final String SET = """
            SELECT set_config('app.role', ?, true), set_config('app.caller', ?, true),
                   set_config('app.establishment', ?, true), set_config('app.consultant', ?, true),
                   set_config('app.member', ?, true), set_config('app.today', ?, true)
            """;

    private final AgroalDataSource database;
    private final TransactionManager transactions;
    private final Callers callers;
    private final Clock clock;

    TenantScope(AgroalDataSource database, TransactionManager transactions, Callers callers, Clock clock) {
        this.clock = clock;
        this.database = database;
        this.transactions = transactions;
        this.callers = callers;
    }

    /** Transactions begun inside belong to the system: for consumers and jobs, which no caller stands behind. */
    public void asSystem(Runnable work) {
        asSystem(() -> {
            work.run();
            return true;
        });
    }

    /** Transactions begun inside belong to the system; refuses inside a transaction, whose scope is already set. */
    public <T> T asSystem(Supplier<T> work) {
        if (transactionActive()) {
            throw new IllegalStateException("A transaction keeps the scope it was begun with");
        }
        return ScopedValue.where(SYSTEM, true).call(work::get);
    }

    private boolean transactionActive() {
        try {
            return transactions.getStatus() != Status.STATUS_NO_TRANSACTION;
        } catch (SystemException fault) {
            throw new IllegalStateException(fault);
        }
    }

    void opened(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SystemException {
        try {
            tell(scope());
        } catch (SQLException | RuntimeException fault) {
            // begin() has bound the transaction to this thread; left there, the thread's next request would join it.
            transactions.rollback();
            throw new ScopeNotSet(fault);
        }
    }

    private Scope scope() {
        return SYSTEM.isBound()
                ? new Scope("system", "system", "", "", "")
                : callers.known().map(TenantScope::of).orElse(new Scope("", "", "", "", ""));
    }

    private static Scope of(Caller caller) {
        return switch (caller) {
            case Caller.Officer officer -> new Scope("officer", officer.id(), "", "", "");
            case Caller.Establishment establishment ->
                new Scope("establishment", establishment.id(), establishment.number(), "", "");
            case Caller.Consultant consultant -> new Scope("consultant", consultant.id(), "", consultant.code(), "");
            case Caller.Member member -> new Scope("member", member.id(), "", "", member.number());
        };
    }

    private void tell(Scope scope) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement set = connection.prepareStatement(SET)) {
            set.setString(1, scope.role());
            set.setString(2, scope.caller());
            set.setString(3, scope.establishment());
            set.setString(4, scope.consultant());
            set.setString(5, scope.member());
            set.setString(6, LocalDate.now(clock).toString());
            set.execute();
        }
    }

    private record Scope(String role, String caller, String establishment, String consultant, String member) {}

    /** The transaction could not be told for whom it works, so it was not begun. */
    static final class ScopeNotSet extends RuntimeException {
        ScopeNotSet(Throwable cause) {
            super(cause);
        }
    }
}
