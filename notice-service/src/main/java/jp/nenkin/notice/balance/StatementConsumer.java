package jp.nenkin.notice.balance;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.EventType;
import jp.nenkin.events.RunCompleted;
import jp.nenkin.events.RunKind;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.CannotProcess;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the ledger's statements, and notes on which partitions a year's are complete. */
@ApplicationScoped
class StatementConsumer implements EventHandler {
    private final Received received;
    private final StatementTable statements;
    private final StatementRunTable runs;

    StatementConsumer(Received received, StatementTable statements, StatementRunTable runs) {
        this.received = received;
        this.statements = statements;
        this.runs = runs;
    }

    @Incoming("ledger-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> poll) {
        received.take(poll, this);
    }

    @Override
    public String topic() {
        return Topics.LEDGER_EVENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.STATEMENT_PREPARED.writtenName(), EventType.RUN_COMPLETED.writtenName());
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        statements.keep(events.stream()
                .filter(event -> is(event, EventType.STATEMENT_PREPARED))
                .map(StatementConsumer::statement)
                .toList());
        events.stream().filter(event -> is(event, EventType.RUN_COMPLETED)).forEach(this::note);
    }

    private static boolean is(jp.nenkin.kit.Incoming event, EventType type) {
        return event.type().equals(type.writtenName());
    }

    private static StatementTable.Told statement(jp.nenkin.kit.Incoming event) {
        StatementPrepared statement = event.read(StatementPrepared.class);
        return new StatementTable.Told(
                statement.fiscalYear(), statement.memberNumber(), new String(event.value(), StandardCharsets.UTF_8));
    }

    private void note(jp.nenkin.kit.Incoming event) {
        RunCompleted run = event.read(RunCompleted.class);
        if (run.kind() == RunKind.STATEMENT) {
            runs.note(fiscalYear(run), event.partition(), run.runId());
        }
    }

    private static int fiscalYear(RunCompleted run) {
        try {
            return Integer.parseInt(run.period());
        } catch (NumberFormatException malformed) {
            throw new CannotProcess("malformed-event", "No fiscal year: " + run.period());
        }
    }
}
