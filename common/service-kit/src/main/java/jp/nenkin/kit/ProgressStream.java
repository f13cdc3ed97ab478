package jp.nenkin.kit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What goes on, told to a listener: at once, again whenever it has changed, and once more when it is over. */
@ApplicationScoped
public class ProgressStream {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    // Told again though nothing has changed, so that what lies between does not take the connection for dead.
    private static final int LOOKS_UNTIL_TOLD_AGAIN = 30;
    // Whoever still listens comes back, with a token that is still good.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final TenantScope scope;

    public ProgressStream(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * Follows a state until it is over, for ten minutes at most.
     *
     * @param look reads the whole state, as the system; states are the same when they are equal
     */
    public <T> Multi<T> follow(Supplier<T> look, Predicate<T> goesOn) {
        AtomicLong looks = new AtomicLong();
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom()
                        .item(() -> scope.asSystem(look))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .withDelay(BETWEEN_LOOKS)
                .whilst(goesOn)
                .map(state -> new Told<>(state, looks.getAndIncrement() / LOOKS_UNTIL_TOLD_AGAIN))
                .skip()
                .repetitions()
                .map(Told::state)
                .select()
                .first(LONGEST);
    }

    private record Told<T>(T state, long again) {}
}
