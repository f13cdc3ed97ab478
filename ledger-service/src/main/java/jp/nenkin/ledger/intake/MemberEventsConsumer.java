package jp.nenkin.ledger.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens to member.events. */
@ApplicationScoped
class MemberEventsConsumer {
    private final Received received;
    private final Memberships memberships;

    MemberEventsConsumer(Received received, Memberships memberships) {
        this.received = received;
        this.memberships = memberships;
    }

    @Incoming("member-events")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
        received.take(poll, memberships);
    }
}
