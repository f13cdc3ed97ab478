package jp.nenkin.auth.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.nenkin.auth.account.Accounts;
import jp.nenkin.auth.email.Emails;
import jp.nenkin.auth.inquiry.Inquiries;
import jp.nenkin.auth.people.KnownPerson;
import jp.nenkin.auth.people.People;
import jp.nenkin.events.EventType;
import jp.nenkin.events.MemberProfile;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.LatestEvents;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes birth dates from member.profile; names are not wanted here. */
@ApplicationScoped
class ProfileConsumer implements EventHandler {
    private final Received received;
    private final People people;
    private final Accounts accounts;
    private final Emails emails;
    private final Inquiries inquiries;

    ProfileConsumer(Received received, People people, Accounts accounts, Emails emails, Inquiries inquiries) {
        this.received = received;
        this.people = people;
        this.accounts = accounts;
        this.emails = emails;
        this.inquiries = inquiries;
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
        latest.known().forEach(this::take);
        if (!latest.erased().isEmpty()) {
            erase(latest.erased());
        }
    }

    private void take(MemberProfile profile) {
        Optional<KnownPerson> before = people.find(profile.memberNumber());
        people.put(profile);
        before.filter(known -> !known.birthDate().equals(profile.birthDate())).ifPresent(known -> {
            accounts.birthDateChanged(profile.memberNumber(), profile.birthDate());
            inquiries.answer(profile.memberNumber(), profile.birthDate());
        });
    }

    private void erase(List<String> numbers) {
        numbers.forEach(accounts::erase);
        emails.erase(numbers);
        inquiries.erase(numbers);
        people.erase(numbers);
    }
}
