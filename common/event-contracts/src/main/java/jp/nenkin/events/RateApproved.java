package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The crediting rate of a fiscal year is settled, by two officers.
 *
 * @param rate percent a year
 */
public record RateApproved(int fiscalYear, String rate, Instant approvedAt) implements LedgerEvent {

    public RateApproved {
        Checks.rate(rate);
        requireNonNull(approvedAt, "approvedAt");
    }

    @Override
    public String key() {
        return Integer.toString(fiscalYear);
    }
}
