package jp.nenkin.notice.addressee;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import jp.nenkin.events.EventType;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.LatestEvents;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the members' names from member.profile; birth dates are not wanted here. */
@ApplicationScoped
class ProfileConsumer implements EventHandler {
    private final Received received;
    private final PersonTable persons;

    ProfileConsumer(Received received, PersonTable persons) {
        this.received = received;
        this.persons = persons;
    }

    @Incoming("member-profile")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> poll) {
        received.take(poll, this);
    }

    @Override
    public String topic() {
        return Topics.MEMBER_PROFILE;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.MEMBER_PROFILE.writtenName());
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        LatestEvents<MemberProfile> latest = LatestEvents.of(events, MemberProfile.class);
        persons.put(latest.known());
        persons.erase(latest.erased());
    }
}
