package jp.nenkin.member.month;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.EventType;
import jp.nenkin.events.RunCompleted;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.Topics;
import jp.nenkin.events.YearClosed;
import jp.nenkin.kit.CannotProcess;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.Received;
import jp.nenkin.member.calendar.ClosedYearTable;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from the ledger which months' contributions are posted, and which fiscal years are closed. */
@ApplicationScoped
public class LedgerEventsConsumer implements EventHandler {
    private final Received received;
    private final ContributionRuns runs;
    private final ClosedYearTable closedYears;

    LedgerEventsConsumer(Received received, ContributionRuns runs, ClosedYearTable closedYears) {
        this.received = received;
        this.runs = runs;
        this.closedYears = closedYears;
    }

    @Incoming("ledger-events")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        received.take(poll, this);
    }

    @Override
    public String topic() {
        return Topics.LEDGER_EVENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.RUN_COMPLETED.writtenName(), EventType.YEAR_CLOSED.writtenName());
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        for (jp.nenkin.kit.Incoming event : events) {
            if (event.type().equals(EventType.YEAR_CLOSED.writtenName())) {
                YearClosed closed = event.read(YearClosed.class);
                closedYears.note(closed.fiscalYear(), closed.closedAt());
            } else {
                note(event.read(RunCompleted.class));
            }
        }
    }

    private void note(RunCompleted run) {
        if (run.kind() == RunKind.CONTRIBUTION) {
            runs.note(month(run), run);
        }
    }

    private static YearMonth month(RunCompleted run) {
        try {
            return YearMonth.parse(run.period());
        } catch (DateTimeParseException unreadable) {
            throw new CannotProcess("malformed-event", "RunCompleted of no month");
        }
    }
}
