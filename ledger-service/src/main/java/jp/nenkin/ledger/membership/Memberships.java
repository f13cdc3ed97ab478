package jp.nenkin.ledger.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
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
import jp.nenkin.ledger.journal.Journal;
import jp.nenkin.ledger.membership.MembershipDecider.Outcome;
import jp.nenkin.ledger.money.MemberNumber;
import jp.nenkin.ledger.run.FundBooks;
import jp.nenkin.ledger.run.MonthClosings;

/** Takes the facts of member-service into the accounts: load, decide, save. */
@ApplicationScoped
public class Memberships implements EventHandler {
    private static final Set<EventType> TYPES = Set.of(
            EventType.MEMBER_ENROLLED,
            EventType.BASE_SALARY_CHANGED,
            EventType.ELIGIBILITY_LOST,
            EventType.MEMBER_TAKEN_OVER,
            EventType.MONTH_CLOSED);

    private final Journal journal;
    private final FundBooks fundBooks;
    private final MonthClosings closings;
    private final Clock clock;

    Memberships(Journal journal, FundBooks fundBooks, MonthClosings closings, Clock clock) {
        this.journal = journal;
        this.fundBooks = fundBooks;
        this.closings = closings;
        this.clock = clock;
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
        MemberAccounts accounts = new MemberAccounts(journal.begin(members, clock.instant()));
        Books books = fundBooks.current();
        for (Received each : received) {
            if (each.fact() instanceof MonthClosed closed) {
                closings.record(closed.month(), each.partition());
            } else {
                apply(each.fact(), accounts, books);
            }
        }
    }

    private static void apply(MemberEvent fact, MemberAccounts accounts, Books books) {
        switch (MembershipDecider.decide(fact, accounts.of(MemberNumber.parse(fact.key())), books)) {
            case Outcome.Changes changes -> changes.changes().forEach(accounts::save);
            case Outcome.Refused refused ->
                throw new CannotProcess(code(refused.refusal().name()), refused.detail());
        }
    }

    /** What a fact would lead to, decided by the same rules and without storing anything. */
    Outcome preview(MemberEvent fact) {
        MemberNumber member = MemberNumber.parse(fact.key());
        return MembershipDecider.decide(
                fact, MemberAccounts.states(journal.newestOf(Set.of(member))), fundBooks.current());
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
