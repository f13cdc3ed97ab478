package jp.nenkin.member.filing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.member.plan.Refusal;
import org.jspecify.annotations.Nullable;

/** The day of receipt: entered by an officer for paper, the Clock's own day for data. */
public record ReceiptRules(LocalDate today) {
    // Older than any paper that could be lying about; keeps slips of the century out.
    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    public Optional<Refusal> refuse(FilingChannel channel, @Nullable LocalDate entered) {
        return switch (channel) {
            case PAPER -> refusePaper(entered);
            case DATA ->
                entered == null || entered.equals(today)
                        ? Optional.empty()
                        : Refusal.because(
                                FilingProblem.RECEIVED_ON_NOT_TODAY, Map.of("receivedOn", entered, "today", today));
        };
    }

    private Optional<Refusal> refusePaper(@Nullable LocalDate entered) {
        if (entered == null) {
            return Refusal.because(FilingProblem.RECEIVED_ON_MISSING, Map.of());
        }
        if (entered.isAfter(today)) {
            return Refusal.because(FilingProblem.RECEIVED_IN_FUTURE, Map.of("receivedOn", entered, "today", today));
        }
        return entered.isBefore(EARLIEST)
                ? Refusal.because(FilingProblem.RECEIVED_ON_IMPLAUSIBLE, Map.of("receivedOn", entered))
                : Optional.empty();
    }

    /** The receipt of a filing that is not refused. */
    public Receipt receipt(FilingChannel channel, @Nullable LocalDate entered) {
        return new Receipt(channel, entered == null ? today : entered, today);
    }
}
