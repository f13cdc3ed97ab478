package jp.nenkin.ledger.rate;

import java.time.Instant;
import java.util.UUID;
import jp.nenkin.events.RateEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A crediting rate on its way to effect, as it is answered.
 *
 * @param rate percent a year with one decimal
 * @param evidence what the rate follows from, with every figure in between
 */
public record RateProposal(
        UUID id,
        int fiscalYear,
        String rate,
        RateEvidence evidence,
        String proposedBy,
        Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {}
