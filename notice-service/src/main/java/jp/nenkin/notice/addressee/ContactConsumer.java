package jp.nenkin.notice.addressee;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.EventType;
import jp.nenkin.events.MemberContact;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.LatestEvents;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the members' addresses from auth.contact. */
@ApplicationScoped
class ContactConsumer implements EventHandler {
    private final Received received;
    private final ContactTable contacts;

    ContactConsumer(Received received, ContactTable contacts) {
        this.received = received;
        this.contacts = contacts;
    }

    @Incoming("auth-contact")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> poll) {
        received.take(poll, this);
    }

    @Override
    public String topic() {
        return Topics.AUTH_CONTACT;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.MEMBER_CONTACT.writtenName());
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        LatestEvents<MemberContact> latest = LatestEvents.of(events, MemberContact.class);
        contacts.put(latest.known());
        contacts.erase(latest.erased());
    }
}
