package jp.nenkin.ledger;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.time.Instant;
import java.util.Map;

/** Sets the service's clock to 15 June 2026, from where it runs on: what is over and what is to come is then known. */
public final class JuneOf2026 implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "nenkin.clock.start",
                "2026-06-15T00:00:00Z",
                "nenkin.clock.anchor",
                Instant.now().toString());
    }

    @Override
    public void stop() {}
}
