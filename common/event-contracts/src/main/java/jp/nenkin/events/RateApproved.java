package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The crediting rate of a fiscal year is settled, by two officers.
 *
 * @param rate percent a year
 * @param evidence what the rate follows from; absent in events of before it was kept
 */
public record RateApproved(
        int fiscalYear,
        String rate,
        Instant approvedAt,
        @Nullable RateEvidence evidence) implements LedgerEvent {

    public RateApproved {
        Checks.rate(rate);
        requireNonNull(approvedAt, "approvedAt");
    }

    @Override
    public String key() {
        return Integer.toString(fiscalYear);
    }
}
