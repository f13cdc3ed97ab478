package jp.nenkin.ledger.rate;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A crediting rate on its way to effect, as it is answered.
 *
 * @param rate percent a year with one decimal
 */
public record RateProposal(
        UUID id,
        int fiscalYear,
        String rate,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {}
