package jp.nenkin.notice.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.nenkin.events.MessageDelivered;
import jp.nenkin.events.MessageKind;
import jp.nenkin.events.MessageRead;
import jp.nenkin.events.StatementPrepared;
import jp.nenkin.kit.Ids;
import jp.nenkin.kit.Outbox;
import jp.nenkin.notice.balance.Statements;
import jp.nenkin.notice.document.BalanceNotice;
import org.jspecify.annotations.Nullable;

/** The members' inboxes, each seen by its member alone. */
@ApplicationScoped
public class Messages {
    private final MessageTable table;
    private final Statements statements;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Messages(MessageTable table, Statements statements, Outbox outbox, Ids ids, Clock clock) {
        this.table = table;
        this.statements = statements;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whom a balance notice is for, by the name that it will bear. */
    public record Addressee(String memberNumber, String name) {}

    /**
     * A page of an inbox.
     *
     * @param next where the next page begins, or null after the last
     */
    record Page(
            List<Message> messages, long unread, @Nullable UUID next) {}

    /** A message with the figures that it is about. */
    record Opened(Message message, StatementPrepared statement) {}

    /** Lays a balance notice into each inbox, within the caller's transaction, in the order given. */
    public List<Message> deliver(int fiscalYear, List<Addressee> addressees) {
        Instant now = now();
        List<Message> messages = addressees.stream()
                .map(to -> new Message(
                        ids.next(), to.memberNumber(), MessageKind.BALANCE_NOTICE, fiscalYear, to.name(), now, null))
                .toList();
        table.insert(messages);
        outbox.publish(messages.stream()
                .map(message -> new MessageDelivered(
                        message.id(), message.memberNumber(), message.kind(), message.fiscalYear(), now))
                .toList());
        return messages;
    }

    @Transactional
    Page newest(String memberNumber, @Nullable UUID after, int most) {
        List<Message> found = table.newest(memberNumber, after, most + 1);
        List<Message> page = found.subList(0, Math.min(most, found.size()));
        UUID next = found.size() > most ? page.getLast().id() : null;
        return new Page(page, table.unread(memberNumber), next);
    }

    @Transactional
    Optional<Opened> find(String memberNumber, UUID id) {
        return table.find(memberNumber, id)
                .map(message -> new Opened(
                        message,
                        statements.find(message.fiscalYear(), memberNumber).orElseThrow()));
    }

    /** What is printed; the same for ever, since nothing that it is made of changes. */
    Optional<BalanceNotice> notice(String memberNumber, UUID id) {
        return find(memberNumber, id)
                .map(opened -> new BalanceNotice(
                        memberNumber,
                        opened.message().name(),
                        LocalDate.ofInstant(opened.message().deliveredAt(), clock.getZone()),
                        opened.statement()));
    }

    /** Notes that the member has opened it, within the caller's transaction; told once. False if there is none. */
    boolean open(String memberNumber, UUID id) {
        if (table.find(memberNumber, id).isEmpty()) {
            return false;
        }
        Instant now = now();
        if (table.markRead(id, now)) {
            outbox.publish(List.of(new MessageRead(id, memberNumber, now)));
        }
        return true;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
