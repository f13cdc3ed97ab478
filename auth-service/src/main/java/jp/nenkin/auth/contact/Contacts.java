package jp.nenkin.auth.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.nenkin.events.MemberContact;
import jp.nenkin.kit.Outbox;
import org.hibernate.Session;

/** The address of each member who gave one: the latest holds, and is told to whoever writes to members. */
@ApplicationScoped
public class Contacts implements PanacheRepositoryBase<ContactRow, String> {
    private final Outbox outbox;
    private final Clock clock;

    Contacts(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Records what a member gave, in place of what he gave before, within the caller's transaction.
     *
     * @param by the officer who recorded it, or the member who confirmed it
     */
    public void record(MemberContact contact, String by) {
        oneAtATime(contact.memberNumber());
        ContactRow row = findByIdOptional(contact.memberNumber()).orElseGet(ContactRow::new);
        row.memberNumber = contact.memberNumber();
        row.email = contact.email();
        row.language = contact.language();
        row.recordedAt = clock.instant();
        row.recordedBy = by;
        persist(row);
        outbox.publish(List.of(contact));
    }

    public Optional<MemberContact> of(String memberNumber) {
        return findByIdOptional(memberNumber).map(row -> new MemberContact(row.memberNumber, row.email, row.language));
    }

    /** Before anything is written, so that events of one member leave in the order in which they were recorded. */
    public void oneAtATime(String memberNumber) {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT true FROM pg_advisory_xact_lock(hashtextextended('contact ' || :member, 0))",
                        Boolean.class)
                .setParameter("member", memberNumber)
                .getSingleResult();
    }
}
