package jp.nenkin.auth.inquiry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.nenkin.auth.mail.MailKind;
import jp.nenkin.auth.mail.Mails;
import jp.nenkin.auth.mail.Mails.Addressee;
import jp.nenkin.auth.people.KnownPerson;
import jp.nenkin.auth.people.People;
import jp.nenkin.events.BirthDateCorrectionProposed;
import jp.nenkin.kit.Outbox;
import jp.nenkin.kit.TenantScope;
import org.jspecify.annotations.Nullable;

/**
 * Asks the employer, at most once a member and week, and writes to who asked when the records have come to say what he
 * said. Whoever guesses is told nothing, now or then.
 */
@ApplicationScoped
public class Inquiries {
    private static final Duration ASKED_AGAIN_AFTER = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int ADDRESSES = 5;

    private final InquiryTable table;
    private final People people;
    private final Mails mails;
    private final Outbox outbox;
    private final TenantScope scope;
    private final Clock clock;

    Inquiries(InquiryTable table, People people, Mails mails, Outbox outbox, TenantScope scope, Clock clock) {
        this.table = table;
        this.people = people;
        this.mails = mails;
        this.outbox = outbox;
        this.scope = scope;
        this.clock = clock;
    }

    /** Takes an inquiry; nothing comes back, whatever was made of it. */
    void ask(Inquiry inquiry) {
        scope.asSystem(() -> QuarkusTransaction.disallowingExisting().run(() -> take(inquiry)));
    }

    /** The records have this birth date now; within the caller's transaction of the system. */
    public void answer(String memberNumber, LocalDate birthDate) {
        for (Addressee asker : table.take(memberNumber, birthDate)) {
            mails.queue(MailKind.BIRTH_DATE_CORRECTED, asker);
        }
    }

    public void erase(List<String> numbers) {
        table.erase(numbers);
    }

    int forget() {
        return scope.asSystem(() -> QuarkusTransaction.requiringNew()
                .call(() -> table.deleteBefore(clock.instant().minus(KEPT))));
    }

    private void take(Inquiry inquiry) {
        table.lock(inquiry.memberNumber());
        boolean differs = people.find(inquiry.memberNumber())
                .filter(KnownPerson::mayRegister)
                .filter(person -> !person.birthDate().equals(inquiry.birthDate()))
                .isPresent();
        if (!differs) {
            return;
        }
        Instant now = clock.instant();
        @Nullable Addressee answerTo = inquiry.answerTo();
        if (answerTo != null && table.waiting(inquiry.memberNumber()) < ADDRESSES) {
            table.insert(inquiry.memberNumber(), inquiry.birthDate(), answerTo, now);
        }
        boolean askedBefore = table.proposedAt(inquiry.memberNumber())
                .filter(before -> now.isBefore(before.plus(ASKED_AGAIN_AFTER)))
                .isPresent();
        if (!askedBefore) {
            table.propose(inquiry.memberNumber(), now);
            outbox.publish(List.of(new BirthDateCorrectionProposed(inquiry.memberNumber(), now)));
        }
    }
}
