package jp.nenkin.auth.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import jp.nenkin.auth.keycloak.KeycloakAway;
import jp.nenkin.kit.TenantScope;
import org.jboss.logging.Logger;

/**
 * Goes on with drafts whose request ended between Keycloak's answer and ours, so that Keycloak knows nobody whom we do
 * not. On every instance: the member's lock keeps two from doing it twice.
 */
@ApplicationScoped
class DraftJob {
    /** Longer than a request may take. */
    static final Duration AFTER = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(DraftJob.class);

    private final LoginAccountTable table;
    private final LoginIds loginIds;
    private final TenantScope scope;
    private final Clock clock;

    DraftJob(LoginAccountTable table, LoginIds loginIds, TenantScope scope, Clock clock) {
        this.table = table;
        this.loginIds = loginIds;
        this.scope = scope;
        this.clock = clock;
    }

    @Scheduled(identity = "drafts", every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        List<Draft> left = scope.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> table.submittedBefore(clock.instant().minus(AFTER))));
        try {
            left.forEach(loginIds::goOn);
        } catch (KeycloakAway away) {
            LOG.warnf("%d drafts wait for Keycloak: %s", left.size(), away.getMessage());
        }
    }
}
