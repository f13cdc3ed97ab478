package jp.nenkin.member.proposal;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.BirthDateCorrectionProposed;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.CannotProcess;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.Received;
import jp.nenkin.member.member.MemberNumber;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Learns from auth-service of whom a birth date is in doubt. */
@ApplicationScoped
public class AuthEventsConsumer implements EventHandler {
    private final Received received;
    private final BirthDateProposals proposals;

    AuthEventsConsumer(Received received, BirthDateProposals proposals) {
        this.received = received;
        this.proposals = proposals;
    }

    @Incoming("auth-events")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        received.take(poll, this);
    }

    @Override
    public String topic() {
        return Topics.AUTH_EVENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.BIRTH_DATE_CORRECTION_PROPOSED.writtenName());
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        for (jp.nenkin.kit.Incoming event : events) {
            BirthDateCorrectionProposed proposed = read(event);
            proposals.propose(new MemberNumber(proposed.memberNumber()), proposed.proposedAt());
        }
    }

    private static BirthDateCorrectionProposed read(jp.nenkin.kit.Incoming event) {
        try {
            return EventJson.mapper().readValue(event.value(), BirthDateCorrectionProposed.class);
        } catch (IOException unreadable) {
            throw new CannotProcess("malformed-event", event.type() + " cannot be read");
        }
    }
}
