package jp.nenkin.ledger.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.nenkin.events.EventJson;
import jp.nenkin.events.EventType;
import jp.nenkin.events.MemberEvent;
import jp.nenkin.events.MonthClosed;
import jp.nenkin.events.Topics;
import jp.nenkin.kit.CannotProcess;
import jp.nenkin.kit.EventHandler;
import jp.nenkin.kit.Incoming;
import jp.nenkin.ledger.account.Books;
import jp.nenkin.ledger.benefit.Recordings;
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.membership.MemberDecider.Outcome;
import jp.nenkin.ledger.membership.MemberFact.Told;
import jp.nenkin.ledger.membership.Recording;
import jp.nenkin.ledger.membership.Trial;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.run.MonthClosings;

/** Takes the facts of member-service into the accounts. */
@ApplicationScoped
public class Memberships implements EventHandler {
    private static final Set<EventType> TYPES = Set.of(
            EventType.MEMBER_ENROLLED,
            EventType.BASE_SALARY_CHANGED,
            EventType.ELIGIBILITY_LOST,
            EventType.MEMBER_TAKEN_OVER,
            EventType.ESTABLISHMENT_CHANGED,
            EventType.TRANSFERRED_IN,
            EventType.FILING_CANCELLED,
            EventType.MONTH_CLOSED);

    private final Journal journal;
    private final Recordings recordings;
    private final MonthClosings closings;

    Memberships(Journal journal, Recordings recordings, MonthClosings closings) {
        this.journal = journal;
        this.recordings = recordings;
        this.closings = closings;
    }

    /** A fact and where it came from. */
    private record Received(MemberEvent fact, int partition) {}

    @Override
    public String topic() {
        return Topics.MEMBER_EVENTS;
    }

    @Override
    public Set<String> types() {
        return TYPES.stream().map(EventType::writtenName).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void handle(List<Incoming> events) {
        List<Received> received = events.stream()
                .map(event -> new Received(read(event.type(), event.value()), event.partition()))
                .toList();
        Set<MemberNumber> members = received.stream()
                .filter(each -> !(each.fact() instanceof MonthClosed))
                .map(each -> MemberNumber.parse(each.fact().key()))
                .collect(Collectors.toSet());
        Recording recording = recordings.begin(members);
        for (Received each : received) {
            if (each.fact() instanceof MonthClosed closed) {
                closings.record(closed.month(), each.partition());
            } else {
                record(each.fact(), recording);
            }
        }
        recording.finish();
    }

    private static void record(MemberEvent fact, Recording recording) {
        switch (recording.record(MemberNumber.parse(fact.key()), new Told(fact))) {
            case Outcome.Changes changes -> {}
            case Outcome.Retroactive retroactive -> throw new IllegalStateException(fact + " was left undecided");
            case Outcome.Refused refused ->
                throw new CannotProcess(code(refused.refusal().name()), refused.detail());
        }
    }

    /** A trial of facts about a member: decided by the same rules, without storing anything. */
    Trial trial(MemberNumber member, Books books) {
        return Trial.of(journal, member, books, recordings.right(member));
    }

    /** The fund's books as of today. */
    Books books() {
        return recordings.books();
    }

    /**
     * A fact from its published form.
     *
     * @throws CannotProcess when the bytes are not of that type, or a value in them is impossible
     */
    static MemberEvent read(String type, byte[] value) {
        try {
            Class<?> form = EventType.named(type).orElseThrow().record();
            return (MemberEvent) EventJson.mapper().readValue(value, form);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotProcess(
                    "malformed-event", type + ": " + e.getClass().getSimpleName());
        }
    }

    static String code(String refusal) {
        return refusal.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
