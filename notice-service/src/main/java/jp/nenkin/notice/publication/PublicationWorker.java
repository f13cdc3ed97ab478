package jp.nenkin.notice.publication;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.nenkin.kit.TenantScope;
import jp.nenkin.notice.inbox.Message;
import jp.nenkin.notice.inbox.Messages;
import jp.nenkin.notice.mail.Mails;
import org.jboss.logging.Logger;

/**
 * Makes the messages of published years, a batch in a transaction, one instance at a time.
 *
 * <p>A batch makes messages, their events and mails, and takes the statements off the list; so whoever is interrupted
 * anywhere leaves exactly what is still to be done.
 */
@ApplicationScoped
class PublicationWorker {
    private static final Logger LOG = Logger.getLogger(PublicationWorker.class);
    private static final int BATCH = 500;

    private final PublicationTable publications;
    private final DueTable due;
    private final Messages messages;
    private final Mails mails;
    private final TenantScope scope;
    private final Clock clock;

    PublicationWorker(
            PublicationTable publications,
            DueTable due,
            Messages messages,
            Mails mails,
            TenantScope scope,
            Clock clock) {
        this.publications = publications;
        this.due = due;
        this.messages = messages;
        this.mails = mails;
        this.scope = scope;
        this.clock = clock;
    }

    /** Works until nothing is left that can be done now. */
    void work() {
        inTransaction(publications::open).forEach(this::publish);
    }

    /** What fails now is taken up again by the next one, and keeps no other year waiting. */
    private void publish(int fiscalYear) {
        try {
            boolean more = true;
            while (more) {
                more = inTransaction(() -> publishSome(fiscalYear));
            }
        } catch (RuntimeException fault) {
            LOG.errorf(fault, "The publication of %d was interrupted", fiscalYear);
        }
    }

    /** False when there is no more to do, or another instance does it. */
    private boolean publishSome(int fiscalYear) {
        if (!due.alone()) {
            return false;
        }
        List<DueTable.Due> next = due.next(fiscalYear, BATCH);
        if (next.isEmpty()) {
            publications.complete(fiscalYear, clock.instant().truncatedTo(ChronoUnit.MICROS));
            return false;
        }
        List<Message> delivered = messages.deliver(
                fiscalYear,
                next.stream()
                        .map(to -> new Messages.Addressee(to.memberNumber(), to.name()))
                        .toList());
        Set<String> reachable = next.stream()
                .filter(DueTable.Due::hasAddress)
                .map(DueTable.Due::memberNumber)
                .collect(Collectors.toSet());
        mails.queue(delivered.stream()
                .filter(message -> reachable.contains(message.memberNumber()))
                .toList());
        due.done(fiscalYear, next);
        return true;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return scope.asSystem(() -> QuarkusTransaction.requiringNew().call(work::get));
    }
}
