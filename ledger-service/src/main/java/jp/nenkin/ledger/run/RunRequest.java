package jp.nenkin.ledger.run;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.events.RunKind;
import org.jspecify.annotations.Nullable;

/**
 * What an officer asks for.
 *
 * @param id what the run is known by outside
 * @param period as the kind writes it: a month or a fiscal year
 * @param parameters what the kind's rules need beyond the period; read by them alone
 */
public record RunRequest(
        UUID id, RunKind kind, String period, @Nullable String parameters, String requestedBy, Instant requestedAt) {}
