package jp.nenkin.member.month;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.RunCompleted;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.CannotProcess;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from the ledger which months' contributions are posted. */
@ApplicationScoped
public class ContributionRunConsumer implements EventHandler {
    private final Received received;
    private final ContributionRuns runs;

    ContributionRunConsumer(Received received, ContributionRuns runs) {
        this.received = received;
        this.runs = runs;
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
        return Set.of(EventType.RUN_COMPLETED.writtenName());
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        events.stream()
                .map(ContributionRunConsumer::read)
                .filter(run -> run.kind() == RunKind.CONTRIBUTION)
                .forEach(run -> runs.note(YearMonth.parse(run.period()), run));
    }

    private static RunCompleted read(jp.nenkin.kit.Incoming event) {
        try {
            RunCompleted run = EventJson.mapper().readValue(event.value(), RunCompleted.class);
            if (run.kind() == RunKind.CONTRIBUTION) {
                YearMonth.parse(run.period());
            }
            return run;
        } catch (IOException | DateTimeParseException unreadable) {
            throw new CannotProcess("malformed-event", event.type() + " cannot be read");
        }
    }
}
