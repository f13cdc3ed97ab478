package jp.nenkin.auth.limit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.nenkin.kit.Problem;
import jp.nenkin.kit.TenantScope;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts tries in the database, so that all instances count together; each is on record before it is evaluated. */
@ApplicationScoped
public class Limits {
    /** As long as the longest window. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final TryTable table;
    private final Limit calls;
    private final TenantScope scope;
    private final Clock clock;

    Limits(
            TryTable table,
            @ConfigProperty(name = "nenkin.public.calls-per-address") int callsPerAddress,
            TenantScope scope,
            Clock clock) {
        this.table = table;
        this.calls = Limit.calls(callsPerAddress);
        this.scope = scope;
        this.clock = clock;
    }

    /**
     * Counts one more try, outside any transaction.
     *
     * @throws Problem 429 {@code too-many-tries} when there were as many as may be; that one is not counted
     */
    public void count(Limit limit, String subject) {
        Optional<Duration> wait =
                scope.asSystem(() -> QuarkusTransaction.disallowingExisting().call(() -> tryOne(limit, subject)));
        if (wait.isPresent()) {
            throw Problem.of(LimitProblem.TOO_MANY_TRIES)
                    .with("minutes", (wait.get().toSeconds() + 59) / 60)
                    .retryAfter(wait.get());
        }
    }

    /** The same within the caller's transaction of the system; false where nothing more may be done. */
    public boolean within(Limit limit, String subject) {
        return tryOne(limit, subject).isEmpty();
    }

    /** Counts a call from a network address, IPv6 by its network of 64 bits, which is one customer's. */
    public void countCall(String address) {
        count(calls, NetworkAddress.counted(address));
    }

    int forget() {
        return scope.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> table.deleteBefore(clock.instant().minus(KEPT))));
    }

    /** How long to wait, if there is no room. */
    private Optional<Duration> tryOne(Limit limit, String subject) {
        table.lock(limit, subject);
        Instant now = clock.instant();
        List<Instant> before = table.since(limit, subject, now.minus(limit.window()));
        if (before.size() < limit.most()) {
            table.insert(limit, subject, now);
            return Optional.empty();
        }
        Instant free = before.get(before.size() - limit.most()).plus(limit.window());
        return Optional.of(Duration.between(now, free).plusSeconds(1));
    }
}
