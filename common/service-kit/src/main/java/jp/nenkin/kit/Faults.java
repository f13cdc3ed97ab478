package jp.nenkin.kit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;

/** Tells faults that pass by themselves (a server away, a deadlock, a full pool) from those that stay. */
@ApplicationScoped
public class Faults {
    // Connection, rollback to be tried again (deadlock, serialization), resources, operator, lock not available.
    private static final List<String> TRANSIENT_STATES = List.of("08", "40", "53", "57", "55P03");
    // Agroal says so with a bare SQLException.
    private static final String POOL_EXHAUSTED = "Sorry, acquisition timeout!";

    /** Whether a fault, by itself or by a cause, is one that passes. */
    public boolean passes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).anyMatch(Faults::isTransient);
    }

    /** What a fault that passes is logged with: its stack says nothing that its root does not. */
    static Throwable root(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .orElse(fault);
    }

    private static boolean isTransient(Throwable fault) {
        return switch (fault) {
            case SQLTransientException sql -> true;
            case SQLException sql -> isTransient(sql);
            case RetriableException kafka -> true;
            case TakenMeanwhile other -> true;
            case IOException io -> true;
            default -> false;
        };
    }

    private static boolean isTransient(SQLException fault) {
        String state = fault.getSQLState();
        return state == null
                ? POOL_EXHAUSTED.equals(fault.getMessage())
                : TRANSIENT_STATES.stream().anyMatch(state::startsWith);
    }
}
