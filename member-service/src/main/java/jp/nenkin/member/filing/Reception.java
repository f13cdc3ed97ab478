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
import jp.nenkin.kit.Callers;
import jp.nenkin.kit.Idempotency;
import jp.nenkin.kit.Problem;
import org.jspecify.annotations.Nullable;

/** Where filings arrive: whether the caller may file it, when it was received, and the answer once it is taken. */
@ApplicationScoped
class Reception {
    private final Idempotency idempotency;
    private final Callers callers;
    private final Clock clock;

    Reception(Idempotency idempotency, Callers callers, Clock clock) {
        this.idempotency = idempotency;
        this.callers = callers;
        this.clock = clock;
    }

    /** The answer to a filing that was taken. */
    public record TakenBody(UUID filingId, String memberNumber, LocalDate receivedOn, FilingChannel channel) {}

    /** Refuses a caller who is neither an officer nor the establishment, and paper from any but officers. */
    void authorise(ReceivedBody form) {
        Caller caller = callers.officerOrEstablishment(form.establishmentNumber());
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
                taken.filing().channel());
        return Answer.created("/filings/" + body.filingId(), body);
    }
}
