package jp.nenkin.auth.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import jp.nenkin.auth.people.People;
import jp.nenkin.events.AccountRestated;
import jp.nenkin.events.AccountStanding;
import jp.nenkin.events.EventType;
import jp.nenkin.events.LumpSumPaid;
import jp.nenkin.events.MembershipEnded;
import jp.nenkin.events.MembershipResumed;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.Received;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes from ledger.events what an account is once its membership has ended: who has no right registers nothing. */
@ApplicationScoped
class StandingConsumer implements EventHandler {
    private static final String ENDED = EventType.MEMBERSHIP_ENDED.writtenName();
    private static final String RESUMED = EventType.MEMBERSHIP_RESUMED.writtenName();
    private static final String RESTATED = EventType.ACCOUNT_RESTATED.writtenName();
    private static final String PAID = EventType.LUMP_SUM_PAID.writtenName();

    private final Received received;
    private final People people;

    StandingConsumer(Received received, People people) {
        this.received = received;
        this.people = people;
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
        return Set.of(ENDED, RESUMED, RESTATED, PAID);
    }

    @Override
    public void handle(List<jp.nenkin.kit.Incoming> events) {
        events.forEach(this::take);
    }

    private void take(jp.nenkin.kit.Incoming event) {
        String type = event.type();
        if (type.equals(ENDED)) {
            MembershipEnded fact = event.read(MembershipEnded.class);
            people.stands(fact.memberNumber(), fact.plan(), fact.ordinal(), fact.standing());
        } else if (type.equals(RESUMED)) {
            MembershipResumed fact = event.read(MembershipResumed.class);
            people.stands(fact.memberNumber(), fact.plan(), fact.ordinal(), AccountStanding.ACTIVE);
        } else if (type.equals(RESTATED)) {
            AccountRestated fact = event.read(AccountRestated.class);
            people.stands(fact.memberNumber(), fact.plan(), fact.ordinal(), fact.standing());
        } else {
            LumpSumPaid fact = event.read(LumpSumPaid.class);
            people.stands(fact.memberNumber(), fact.plan(), fact.ordinal(), AccountStanding.CLOSED);
        }
    }
}
