package jp.nenkin.events;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;

/** The filings of a month are complete; a barrier, written to every partition of its topic. */
public record MonthClosed(YearMonth month, Instant closedAt) implements MemberEvent {

    public MonthClosed {
        requireNonNull(month, "month");
        requireNonNull(closedAt, "closedAt");
    }

    @Override
    public String key() {
        return month.toString();
    }
}
