package jp.nenkin.auth.keycloak;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import jp.nenkin.kit.TenantScope;
import org.jboss.logging.Logger;

/**
 * Makes changes so, one after the other until none waits. Each is made again if this process dies before it is noted,
 * which changes nothing. On every instance; the row's lock names who has it.
 */
@ApplicationScoped
class KeycloakChangeJob {
    private static final Logger LOG = Logger.getLogger(KeycloakChangeJob.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final KeycloakChangeTable table;
    private final KeycloakUsers users;
    private final TenantScope scope;
    private final Clock clock;

    KeycloakChangeJob(KeycloakChangeTable table, KeycloakUsers users, TenantScope scope, Clock clock) {
        this.table = table;
        this.users = users;
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(identity = "keycloak-changes", every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        boolean more = true;
        while (more) {
            more = scope.asSystem(() -> QuarkusTransaction.requiringNew().call(this::next));
        }
    }

    /** False when none waits, or when Keycloak is away and another would fare no better. */
    private boolean next() {
        Optional<KeycloakChangeTable.Due> claimed = table.claim(clock.instant());
        if (claimed.isEmpty()) {
            return false;
        }
        KeycloakChangeTable.Due due = claimed.get();
        try {
            users.apply(due.realm(), due.userId(), due.change());
        } catch (KeycloakAway away) {
            table.putOff(due.id(), clock.instant().plus(wait(due.attempts())));
            LOG.warnf("Change %d waits for Keycloak: %s", due.id(), away.getMessage());
            return false;
        }
        table.applied(due.id(), clock.instant());
        return true;
    }

    private static Duration wait(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }
}
