package jp.nenkin.ledger.intake;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.nenkin.events.EventType;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.LatestEvents;
import jp.nenkin.kit.Received;
import jp.nenkin.ledger.benefit.Recordings;
import jp.nenkin.ledger.membership.BirthDates;
import jp.nenkin.ledger.money.MemberNumber;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes the members' birth dates from member.profile; names are not wanted here. Where one comes or is
 * corrected after a loss, what follows from the age is decided anew: the day a waiting or deferral ends, with interest
 * and quote.
 */
@ApplicationScoped
class ProfileConsumer implements EventHandler {
    private final Received received;
    private final BirthDates birthDates;
    private final Recordings recordings;

    ProfileConsumer(Received received, BirthDates birthDates, Recordings recordings) {
        this.received = received;
        this.birthDates = birthDates;
        this.recordings = recordings;
    }

    @Incoming("member-profile")
    @Blocking
    void take(ConsumerRecords<String, byte[]> poll) {
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
        Map<MemberNumber, LocalDate> births = new LinkedHashMap<>();
        latest.known().forEach(profile -> births.put(MemberNumber.parse(profile.memberNumber()), profile.birthDate()));
        List<MemberNumber> erased =
                latest.erased().stream().map(MemberNumber::parse).toList();
        recordings.decideLeaversAgain(birthDates.changed(births), () -> {
            birthDates.put(births);
            birthDates.erase(erased);
        });
    }
}
