package jp.nenkin.member.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import jp.nenkin.events.FilingChannel;
import jp.nenkin.kit.Answer;
import jp.nenkin.kit.Caller;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Problem;
import jp.nenkin.member.calendar.ClosedDays;
import jp.nenkin.member.calendar.DueDate;
import jp.nenkin.member.establishment.EstablishmentNumber;
import jp.nenkin.member.filer.FilingRights;
import org.jspecify.annotations.Nullable;

/** Where filings arrive: whether the caller may file it, when it was received, and the answer once it is taken. */
@ApplicationScoped
class Reception {
    private final Idempotency idempotency;
    private final FilingRights rights;
    private final ClosedDays closedDays;
    private final Clock clock;

    Reception(Idempotency idempotency, FilingRights rights, ClosedDays closedDays, Clock clock) {
        this.closedDays = closedDays;
        this.idempotency = idempotency;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * The answer to a filing that was taken.
     *
     * @param due until when it was to be received; absent of what is due on no day
     */
    public record TakenBody(
            UUID filingId,
            String memberNumber,
            LocalDate receivedOn,
            FilingChannel channel,
            @Nullable DueBody due) {}

    /**
     * Until when a filing was to be received.
     *
     * @param overdue whether it was received later
     * @param evidenceNeeded whether it was so late that the fund asks for evidence of the event
     */
    public record DueBody(LocalDate lastDay, boolean overdue, boolean evidenceNeeded) {
        static DueBody of(DueDate due, LocalDate receivedOn) {
            return new DueBody(due.lastDay(), due.isOverdueOn(receivedOn), due.needsEvidenceOn(receivedOn));
        }
    }

    /** Refuses a caller who may not file for the establishment, and paper from any but officers. */
    void authorise(ReceivedBody form) {
        Caller caller = rights.toFile(new EstablishmentNumber(form.establishmentNumber()));
        if (form.channel() == FilingChannel.PAPER && !(caller instanceof Caller.Officer)) {
            throw Problem.of(FilingProblem.PAPER_BY_OFFICERS_ONLY);
        }
    }

    /** A request as it came: its key, what it asks for, and its body. */
    record Asked(@Nullable String key, String operation, Object body) {}

    /** Takes a filing once for its key; refused with a {@link Problem} by {@link ReceiptRules} and by what takes it. */
    Response take(Asked asked, ReceivedBody form, Function<Receipt, Filings.Taken> command) {
        return idempotency.once(asked.key(), asked.operation(), asked.body(), () -> take(form, command));
    }

    private Answer take(ReceivedBody form, Function<Receipt, Filings.Taken> command) {
        ReceiptRules rules = new ReceiptRules(LocalDate.now(clock));
        Filings.stop(rules.refuse(form.channel(), form.receivedOn()));
        Filings.Taken taken = command.apply(rules.receipt(form.channel(), form.receivedOn()));
        TakenBody body = new TakenBody(
                taken.filing().id(),
                taken.member().value(),
                taken.filing().receivedOn(),
                taken.filing().channel(),
                due(form, taken.filing().receivedOn()));
        return Answer.created("/filings/" + body.filingId(), body);
    }

    private @Nullable DueBody due(ReceivedBody form, LocalDate receivedOn) {
        LocalDate eventDay = form.eventDay();
        return eventDay == null ? null : DueBody.of(DueDate.of(eventDay, closedDays.calendar()), receivedOn);
    }
}
