package jp.nenkin.auth.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.nenkin.auth.account.Accounts;
import jp.nenkin.auth.people.KnownPerson;
import jp.nenkin.auth.people.People;
import jp.nenkin.events.EligibilityLost;
import jp.nenkin.events.EventType;
import jp.nenkin.events.FilingCancelled;
import jp.nenkin.events.LossCause;
import jp.nenkin.events.MemberEnrolled;
import jp.nenkin.events.MemberTakenOver;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes from member.events who is a member, has left or has died. */
@ApplicationScoped
class MembershipConsumer implements EventHandler {
    private static final String ENROLLED = EventType.MEMBER_ENROLLED.writtenName();
    private static final String TAKEN_OVER = EventType.MEMBER_TAKEN_OVER.writtenName();
    private static final String LOST = EventType.ELIGIBILITY_LOST.writtenName();
    private static final String CANCELLED = EventType.FILING_CANCELLED.writtenName();

    private final Received received;
    private final People people;
    private final Accounts accounts;

    MembershipConsumer(Received received, People people, Accounts accounts) {
        this.received = received;
        this.people = people;
        this.accounts = accounts;
    }

    @Incoming("member-events")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> poll) {
        received.take(poll, this);
    }

    @Override
    public String topic() {
        return Topics.MEMBER_EVENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(ENROLLED, TAKEN_OVER, LOST, CANCELLED);
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        Set<String> concerned = new LinkedHashSet<>();
        for (jp.nenkin.kit.Incoming event : events) {
            take(event);
            concerned.add(event.key());
        }
        // A login ID is closed by a death and by nothing else: who left claims by it.
        concerned.forEach(number -> people.find(number)
                .ifPresent(person -> accounts.lives(number, person.status() != KnownPerson.Status.DECEASED)));
    }

    private void take(jp.nenkin.kit.Incoming event) {
        String type = event.type();
        if (type.equals(ENROLLED)) {
            MemberEnrolled fact = event.read(MemberEnrolled.class);
            people.enrolled(fact.memberNumber(), fact.filing().id(), fact.acquiredOn(), fact.replaces());
        } else if (type.equals(TAKEN_OVER)) {
            MemberTakenOver fact = event.read(MemberTakenOver.class);
            people.enrolled(fact.memberNumber(), fact.filing().id(), fact.acquiredOn(), null);
        } else if (type.equals(LOST)) {
            EligibilityLost fact = event.read(EligibilityLost.class);
            People.Loss loss = new People.Loss(fact.lostOn(), fact.cause() == LossCause.DEATH);
            people.lost(fact.memberNumber(), fact.filing().id(), loss, fact.replaces());
        } else {
            FilingCancelled fact = event.read(FilingCancelled.class);
            people.cancelled(fact.memberNumber(), fact.cancelled());
        }
    }
}
